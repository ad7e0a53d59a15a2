namespace CSharpChef.Testing;

/// <summary>A call in a cookbook that declares a resource, and whether a test reached it.</summary>
/// <param name="File">The full path of the script.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Word">The word that declares the resource, such as <c>Package</c>.</param>
public sealed record CoveredSite(string File, int Line, string Word)
{
    /// <summary>The column, from 1, when the line has several such calls; 0 when it has one.</summary>
    public int Column { get; init; }

    /// <summary>Whether a run declared a resource here.</summary>
    public bool Declared { get; init; }

    /// <summary>
    /// Whether an action of such a resource ran: no guard prevented it, and something notified it if it waits for that.
    /// </summary>
    public bool Ran { get; init; }

    /// <summary>The place as a report shows it.</summary>
    internal SourceLocation Place(string file) => new(file, Line) { Column = Column };

    /// <inheritdoc />
    public override string ToString() => $"{Place(File)} {Word}";
}

namespace CSharpChef.Testing;

/// <summary>A line of a cookbook that declares a resource, and whether a test reached it.</summary>
/// <param name="File">The full path of the script.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Word">The word that declares the resource, such as <c>Package</c>.</param>
public sealed record CoveredSite(string File, int Line, string Word)
{
    /// <summary>Whether a run declared a resource here.</summary>
    public bool Declared { get; init; }

    /// <summary>
    /// Whether an action of such a resource ran: no guard prevented it, and something notified it if it waits for that.
    /// </summary>
    public bool Ran { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line} {Word}";
}

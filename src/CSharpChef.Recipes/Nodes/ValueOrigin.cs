namespace CSharpChef.Recipes;

/// <summary>How errors name the values that recipes read by a path, and the place that set each of them.</summary>
/// <param name="Name">The name of the value at a path, such as <c>attribute "site.port"</c>.</param>
/// <param name="WrittenPath">
/// The path of a value in the case in which its keys are written; null when there is none.
/// </param>
/// <param name="OriginOf">The file and line that set the value at a path, or the level; null when unknown.</param>
internal sealed record ValueOrigin(
    Func<string, string> Name, Func<string, string?> WrittenPath, Func<string, string?> OriginOf)
{
    /// <summary>What an error says of a path without a value.</summary>
    public string Unset { get; init; } = "no level sets it";

    /// <summary>True when no error may show a value.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The end of an error about a value: its place in brackets, or nothing.</summary>
    public string Place(string path) => OriginOf(path) is { } origin ? $" (set by {origin})" : "";
}

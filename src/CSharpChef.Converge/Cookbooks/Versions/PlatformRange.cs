namespace CSharpChef.Converge.Cookbooks.Versions;

/// <summary>A platform with some of its versions: <c>debian</c>, <c>debian &gt;= 12</c>.</summary>
/// <param name="Id">The ID of os-release, such as <c>debian</c>.</param>
/// <param name="Versions">Its versions; null for all.</param>
internal sealed record PlatformRange(string Id, VersionRange? Versions)
{
    /// <returns>Null when the text is not a platform.</returns>
    public static PlatformRange? Parse(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        var id = parts[0];
        if (id.Length == 0 || !id.All(IsLetterOfId))
        {
            return null;
        }

        return parts.Length == 1
            ? new PlatformRange(id, null)
            : VersionRange.Parse(parts[1]) is { } versions ? new PlatformRange(id, versions) : null;
    }

    /// <param name="id">The ID of os-release.</param>
    /// <param name="version">The VERSION_ID of os-release.</param>
    public bool Contains(string id, string version) =>
        id == Id && (Versions is null || (SemanticVersion.Parse(version) is { } parsed && Versions.Contains(parsed)));

    // Those that os-release allows.
    private static bool IsLetterOfId(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_' or '.';

    public override string ToString() => Versions is null ? Id : $"{Id} {Versions}";
}

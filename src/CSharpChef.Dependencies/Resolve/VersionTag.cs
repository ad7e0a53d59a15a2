using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>A tag that names a version: <c>1.2</c>, <c>v1.2</c> or <c>base-v1.2</c>.</summary>
/// <param name="Prefix">What stands before the version.</param>
/// <param name="Version">The version.</param>
internal sealed record VersionTag(string Prefix, SemanticVersion Version)
{
    /// <summary>The tag of the latest version among those that are later than one and look like it.</summary>
    /// <param name="tag">The one. A version before a release counts only when it is one itself.</param>
    /// <param name="tags">The tags of the repository.</param>
    /// <returns>Null when none is later.</returns>
    public static string? Newest(string tag, IEnumerable<string> tags) => Parse(tag) is not { } now ? null : tags
        .Where(each => Parse(each) is { } other && other.IsLaterThan(now))
        .MaxBy(each => Parse(each)!.Version);

    /// <returns>Null when the tag names no version.</returns>
    public static VersionTag? Parse(string tag)
    {
        var begins = Enumerable.Range(0, tag.Length).Where(at => char.IsAsciiDigit(tag[at])).ToList();
        return begins.Where(at => at > 0 && tag[at - 1] is 'v' or 'V')
            .Concat(begins.Where(at => at == 0 || tag[at - 1] is '-' or '_' or '/'))
            .Select(at => SemanticVersion.Parse(tag[at..]) is { } version ? new VersionTag(tag[..at], version) : null)
            .FirstOrDefault(found => found is not null);
    }

    private bool IsLaterThan(VersionTag other) =>
        Prefix == other.Prefix
        && Version.CompareTo(other.Version) > 0
        && (other.Version.IsPrerelease || !Version.IsPrerelease);
}

using System.Text.RegularExpressions;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>A Git repository with what is taken of it, as it is typed: <c>https://host/path.git#v1.2</c>.</summary>
/// <param name="Url">The URL or path of the repository.</param>
/// <param name="Reference">A branch, a tag, or the 40 digits of a commit; null for the default branch.</param>
internal sealed partial record GitLocation(string Url, string? Reference)
{
    /// <returns>Null when the text is the path of a folder.</returns>
    /// <exception cref="UsageException">The URL cannot be used.</exception>
    public static GitLocation? Parse(string text)
    {
        var (url, reference) = text.Split('#', 2) is [var before, var after] ? (before, after) : (text, null);
        if (!IsRemote(url) && (reference is null || Directory.Exists(text)))
        {
            return null;
        }

        if (GitUrl.Mistake(url) is { } mistake)
        {
            throw new UsageException($"the URL {GitUrl.Shown(url)} {mistake}");
        }

        return reference is ""
            ? throw new UsageException($"{text}: name a branch, a tag or a commit after #")
            : new GitLocation(
                IsRemote(url) ? url : Path.GetFullPath(url),
                reference is not null && GitReference.IsCommit(reference) ? reference.ToLowerInvariant() : reference);
    }

    /// <summary>Splits the recipe of a repository, as the run list has it: <c>URL#REF::web::deploy</c>.</summary>
    /// <returns>Null when the text names a recipe without a repository.</returns>
    public static (string Location, string Recipe)? Split(string text) =>
        RecipeOfRepository().Match(text) is { Success: true } match
        && IsRepository(match.Groups[1].Value)
            ? (match.Groups[1].Value, match.Groups[2].Value)
            : null;

    // The names of cookbooks have none of these signs.
    private static bool IsRepository(string text) => text.IndexOfAny(['/', '#']) >= 0 || IsRemote(text);

    public bool IsCommit => Reference is not null && GitReference.IsCommit(Reference);

    public override string ToString() => Reference is null ? Url : $"{Url}#{Reference}";

    // https://host/path, or user@host:path.
    private static bool IsRemote(string url) =>
        url.Contains("://", StringComparison.Ordinal) || HostAndPath().IsMatch(url);

    [GeneratedRegex("^(.+?)::([A-Za-z0-9_-]+(?:::[A-Za-z0-9_-]+)?)$")]
    private static partial Regex RecipeOfRepository();

    [GeneratedRegex("^[^/@:]+@[^/:]+:.")]
    private static partial Regex HostAndPath();
}

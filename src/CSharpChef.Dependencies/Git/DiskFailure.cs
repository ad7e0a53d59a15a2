using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>Recognizes that libgit2 cannot write the files of a fetch, which it says in its text alone.</summary>
internal static class DiskFailure
{
    private static readonly Dictionary<string, int> Numbers = new()
    {
        ["No space left on device"] = 28,
        ["Read-only file system"] = 30,
        ["Disk quota exceeded"] = 122,
    };

    /// <returns>The exception of the file system, with its number and the folder; null for other failures.</returns>
    public static IOException? In(LibGit2SharpException e) => Numbers
        .Where(reason => e.Message.Contains(reason.Key, StringComparison.OrdinalIgnoreCase))
        .Select(reason => new IOException($"{reason.Key} : '{Path.GetTempPath().TrimEnd('/')}'", reason.Value))
        .FirstOrDefault();
}

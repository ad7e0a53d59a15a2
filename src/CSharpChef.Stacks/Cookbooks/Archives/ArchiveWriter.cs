using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Stacks.Cookbooks.Archives;

/// <summary>Writes the entries of an archive below a folder, and nowhere else.</summary>
internal sealed class ArchiveWriter(string folder, TreeLimits limits, CancellationToken ct)
{
    // Data of a version control system does not belong to a cookbook.
    private static readonly string[] LeftOut = [".git", ".svn", ".hg"];

    public static CookbookSourceException Refused(string path, string reason) =>
        new($"{PrintableText.Of(path).ReplaceLineEndings("?")} of the archive {reason}");

    /// <exception cref="ChefException">The path leads out, or a limit is exceeded.</exception>
    public void AddFolder(string name)
    {
        if (PathOf(name) is { Length: > 0 } path)
        {
            limits.CountFolder(path);
            Directory.CreateDirectory(Path.Combine(folder, path));
        }
    }

    /// <exception cref="ChefException">The path leads out, is there twice, or a limit is exceeded.</exception>
    public void AddFile(string name, Stream content)
    {
        if (PathOf(name) is not { } path)
        {
            return;
        }

        limits.CountFile(path, 0);
        var full = Path.Combine(folder, path);
        if (Path.Exists(full) || path.Length == 0)
        {
            throw Refused(name, "is there twice");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using var file = File.Create(full);
        Copy(content, file);
    }

    // The sizes that an archive names may be wrong: what counts is what comes out.
    private void Copy(Stream from, Stream to)
    {
        var buffer = new byte[65536];
        for (var count = from.Read(buffer); count > 0; count = from.Read(buffer))
        {
            ct.ThrowIfCancellationRequested();
            limits.CountBytes(count);
            to.Write(buffer, 0, count);
        }
    }

    private static string? PathOf(string name)
    {
        var parts = name.Split('/').Where(part => part is not ("" or ".")).ToList();
        return name.StartsWith('/') || parts.Contains("..") || name.Any(c => c == '\\' || char.IsControl(c))
            ? throw Refused(name, "has a path that leads out of it, or a backslash or control character in it")
            : parts.Exists(LeftOut.Contains) ? null : string.Join('/', parts);
    }
}

using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>Where a cookbook comes from that another depends on.</summary>
internal abstract record DependencySource
{
    /// <summary>Whether a lock file has to say which state of the source is used.</summary>
    public abstract bool NeedsLock { get; }
}

/// <summary>The folders of cookbooks of the run, in which the cookbook is found by its name.</summary>
internal sealed record FolderSource : DependencySource
{
    public override bool NeedsLock => false;

    public override string ToString() => "the folders of cookbooks";
}

/// <summary>A folder.</summary>
/// <param name="Path">Relative to the folder of the cookbook that names it.</param>
internal sealed record PathSource(string Path) : DependencySource
{
    public override bool NeedsLock => false;

    /// <summary>The full path of the folder, without a slash at its end.</summary>
    /// <param name="from">The folder that a relative path begins at.</param>
    public string Location(string from) =>
        System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path, from));

    public override string ToString() => Path;
}

/// <summary>A folder of a Git repository.</summary>
/// <param name="Url">A URL of Git, or a path relative to the folder of the cookbook that names it.</param>
/// <param name="Reference">What is taken.</param>
/// <param name="Folder">
/// The folder of the cookbook in the repository, without slashes at its ends; empty for the root of the repository,
/// null to search for it.
/// </param>
internal sealed record GitSource(string Url, GitReference Reference, string? Folder) : DependencySource
{
    public override bool NeedsLock => true;

    /// <summary>The URL, or the full path of a repository on this machine.</summary>
    /// <param name="from">The folder that a relative path begins at.</param>
    public string Location(string from) => IsPath ? System.IO.Path.GetFullPath(Url, from) : Url;

    /// <summary>The same source for another folder that a relative path begins at.</summary>
    public GitSource Moved(string from, string to) => IsRelative && from != to
        ? this with { Url = System.IO.Path.GetRelativePath(to, Location(from)) }
        : this;

    /// <summary>The same source as a lock file names it, in which the commit stands apart.</summary>
    public GitSource WithoutCommit() =>
        Reference.Kind == GitReferenceKind.Commit ? this with { Reference = GitReference.Default } : this;

    /// <summary>Whether it is a path that begins at the folder of the cookbook that names it.</summary>
    public bool IsRelative => IsPath && !System.IO.Path.IsPathRooted(Url);

    // Neither https://host/path nor git@host:path.
    private bool IsPath
    {
        get
        {
            var colon = Url.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 || Url[..colon].Contains('/', StringComparison.Ordinal);
        }
    }

    public override string ToString() => $"{Url}{Reference}";
}

/// <summary>A package of a NuGet feed.</summary>
internal sealed record NuGetSource(string Id) : DependencySource
{
    public override bool NeedsLock => true;

    /// <summary>Whether a text can be the id of a package.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 100
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-')
        && text[0] is not ('.' or '-');

    // The ids of packages have no case.
    public bool Equals(NuGetSource? other) => string.Equals(Id, other?.Id, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Id);

    public override string ToString() => $"NuGet package {Id}";
}

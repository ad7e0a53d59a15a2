namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>The kinds of a <see cref="GitReference"/>.</summary>
internal enum GitReferenceKind
{
    /// <summary>The default branch of the repository.</summary>
    Default,
    Branch,
    Tag,
    Commit,
}

/// <summary>What is taken of a Git repository.</summary>
/// <param name="Kind">How it is named.</param>
/// <param name="Name">Its name, or the 40 digits of the commit; empty for the default branch.</param>
internal sealed record GitReference(GitReferenceKind Kind, string Name)
{
    public static GitReference Default { get; } = new(GitReferenceKind.Default, "");

    /// <summary>Whether a text is the whole id of a commit: 40 hexadecimal digits.</summary>
    public static bool IsCommit(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigit);

    public override string ToString() => Kind switch
    {
        GitReferenceKind.Default => "",
        GitReferenceKind.Commit => $" at commit {Name}",
        _ => $" at {Kind.ToString().ToLowerInvariant()} {Name}",
    };
}

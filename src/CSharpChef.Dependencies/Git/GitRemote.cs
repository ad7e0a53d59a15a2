using CSharpChef.Converge.Cookbooks.Repositories;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>The references of a Git repository elsewhere, read once.</summary>
/// <param name="Url">The URL or path of the repository.</param>
/// <param name="References">The names of all references, with the object that each points to.</param>
/// <param name="DefaultBranch">
/// The reference that HEAD stands for, or HEAD itself where it is a commit; null in an empty repository.
/// </param>
internal sealed record GitRemote(string Url, IReadOnlyDictionary<string, string> References, string? DefaultBranch)
{
    private const string Head = "HEAD";
    private const string Branches = "refs/heads/";
    private const string Tags = "refs/tags/";

    // The end of the name under which a server lists what a tag with a message points to.
    private const string Peeled = "^{}";

    /// <param name="url">The repository.</param>
    /// <param name="access">How it is reached.</param>
    /// <param name="verb">The end of the sentence that says what cannot be done with the repository.</param>
    /// <exception cref="ChefException">The repository cannot be reached, or refuses us.</exception>
    public static GitRemote Read(string url, GitAccess access, string verb = "fetched") => GitAccess.Try(url, () =>
    {
        if (access.Wires is null && Path.IsPathRooted(url) && !Repository.IsValid(url))
        {
            throw new RecipeException($"{url} is not a Git repository, or does not exist");
        }

        var references = access.Through(
            url, reached => Repository.ListRemoteReferences(reached, access.Credentials(url)).ToList());
        return Of(url, references);
    }, verb);

    /// <param name="url">The repository.</param>
    /// <param name="references">Its references, with HEAD.</param>
    public static GitRemote Of(string url, IReadOnlyList<Reference> references)
    {
        var commits = references.OfType<DirectReference>()
            .ToDictionary(each => each.CanonicalName, each => each.TargetIdentifier);
        var head = references.OfType<SymbolicReference>().FirstOrDefault(each => each.CanonicalName == Head);
        return new GitRemote(url, commits, head?.TargetIdentifier ?? (commits.ContainsKey(Head) ? Head : null));
    }

    /// <summary>What a name means: a tag, a branch, or a commit by its 40 digits.</summary>
    /// <param name="name">The name; null for the default branch.</param>
    /// <exception cref="RecipeException">Nothing or two things have the name.</exception>
    public GitReference Find(string? name)
    {
        if (name is null)
        {
            return GitReference.Default;
        }

        var tag = new GitReference(GitReferenceKind.Tag, name);
        var branch = new GitReference(GitReferenceKind.Branch, name);
        return (GitReference.IsCommit(name), FindName(tag), FindName(branch)) switch
        {
            (true, _, _) => new GitReference(GitReferenceKind.Commit, name.ToLowerInvariant()),
            (_, { }, { }) => throw new RecipeException(
                $"{Url} has a tag and a branch \"{name}\": name the commit that you mean"),
            (_, { }, _) => tag,
            (_, _, { }) => branch,
            _ => throw Unknown(name),
        };
    }

    /// <summary>
    /// The full name of a branch or tag; null for a commit, and where the repository does not have it.
    /// </summary>
    public string? FindName(GitReference reference) => reference.Kind switch
    {
        GitReferenceKind.Branch when References.ContainsKey(Branches + reference.Name) => Branches + reference.Name,
        GitReferenceKind.Tag when References.ContainsKey(Tags + reference.Name) => Tags + reference.Name,
        GitReferenceKind.Default => DefaultBranch,
        _ => null,
    };

    /// <summary>The full name of a branch or tag; null for a commit.</summary>
    /// <exception cref="RecipeException">The repository does not have it.</exception>
    public string? NameOf(GitReference reference) => reference.Kind switch
    {
        GitReferenceKind.Commit => null,
        GitReferenceKind.Branch => Require(Branches, reference),
        GitReferenceKind.Tag => Require(Tags, reference),
        _ => DefaultBranch ?? throw new RecipeException($"{Url} is empty: it has no branch to take cookbooks from"),
    };

    /// <summary>
    /// Whether libgit2 can fetch it without history: it cannot from a folder, and over ssh it breaks the protocol.
    /// </summary>
    public bool IsHttp => Url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>The commit that a branch or tag means.</summary>
    public string? CommitOf(string name) =>
        References.GetValueOrDefault(name + Peeled) ?? References.GetValueOrDefault(name);

    /// <summary>The names of its tags, sorted.</summary>
    public IEnumerable<string> TagNames => Names(Tags);

    /// <summary>The error about a name that is neither a branch nor a tag.</summary>
    public RecipeException Unknown(string name) => Unknown(name, "branch or tag", [.. Names(Branches), .. Names(Tags)]);

    private string Require(string prefix, GitReference reference) => References.ContainsKey(prefix + reference.Name)
        ? prefix + reference.Name
        : throw Unknown(reference.Name, prefix == Tags ? "tag" : "branch", [.. Names(prefix)]);

    private RecipeException Unknown(string name, string kind, IReadOnlyList<string> names) => new(
        $"{Url} has no {kind} \"{name}\"{Nearest.Question(name, names)}"
        + (names.Count == 0 ? $" (it has no {kind} at all)" : $" (it has {string.Join(", ", names.Take(10))}{(names.Count > 10 ? ", …" : "")})"));

    private IEnumerable<string> Names(string prefix) => References.Keys
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Where(name => !name.EndsWith(Peeled, StringComparison.Ordinal))
        .Select(name => name[prefix.Length..])
        .Order(StringComparer.Ordinal);
}

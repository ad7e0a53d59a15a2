using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A user account.</summary>
    /// <example>
    /// <code>
    /// User("deploy", u =>
    /// {
    ///     u.Shell = "/bin/bash";
    ///     u.Groups = ["sudo"];
    ///     u.ManageHome = true;
    /// });
    /// </code>
    /// </example>
    public UserResource User(
        string name,
        Action<UserResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new UserResource(name), configure, sourceFile, sourceLine);
}

/// <summary>A user account. A property that is null stays as it is.</summary>
public sealed class UserResource(string name) : Resource(name)
{
    private readonly string login = name;

    /// <summary>User number. Default: the system chooses.</summary>
    public int? Uid { get; set; }

    /// <summary>
    /// Primary group, name or number; it must exist. Default for a new account: the group of its name when there is
    /// one, else the system chooses.
    /// </summary>
    public string? Group { get; set; }

    /// <summary>Supplementary groups; they must exist. Default: not changed.</summary>
    public IReadOnlyList<string>? Groups { get; set; }

    /// <summary>Keeps the user in groups that <see cref="Groups"/> does not name. Default true.</summary>
    public bool AppendGroups { get; set; } = true;

    /// <summary>
    /// Home directory. Default: the system chooses. A change does not move the files of the old directory; the run
    /// says so in a note.
    /// </summary>
    public string? Home { get; set; }

    /// <summary>Login shell; an empty text is the system's <c>/bin/sh</c>. Default: the system chooses.</summary>
    public string? Shell { get; set; }

    /// <summary>The full name or another remark; an empty text removes it. Default: not changed.</summary>
    public string? Comment { get; set; }

    /// <summary>
    /// The password as a crypt(5) hash, <c>$6$…</c> or <c>$y$…</c>; never the password itself. Default: not changed.
    /// </summary>
    public string? PasswordHash { get; set; }

    /// <summary>
    /// Creates a system account: a low number, no password aging. Does not change an existing account. Default false.
    /// </summary>
    public bool System { get; set; }

    /// <summary>Creates the home directory with the account, and removes it with the account. Default false.</summary>
    public bool ManageHome { get; set; }

    /// <summary>Locks (true) or unlocks (false) the password. Default: not changed.</summary>
    public bool? Locked { get; set; }

    /// <summary>Creates the account, or brings an existing one to these properties. The default action.</summary>
    public ResourceAction Create => Act(_ => [CreateStep()]);

    /// <summary>Removes the account.</summary>
    public ResourceAction Remove => Act(_ => [new UserAbsentStep(login, ManageHome)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];

    private UserStep CreateStep() => new(login)
    {
        Uid = Uid,
        Group = Group,
        Groups = Groups,
        AppendGroups = AppendGroups,
        Home = Home,
        Shell = Shell,
        Comment = Comment,
        PasswordHash = CheckedHash(),
        System = System,
        ManageHome = ManageHome,
        Locked = Locked,
    };

    private string? CheckedHash() => PasswordHash is null or ['$' or '!' or '*', ..]
        ? PasswordHash
        : throw new RecipeException("PasswordHash is not a crypt(5) hash: make one with `openssl passwd -6`");
}

namespace CSharpChef.Recipes.Steps;

/// <summary>A user account exists, with these properties. A property that is null stays as it is.</summary>
/// <param name="Name">The login name.</param>
public sealed record UserStep(string Name) : Step
{
    internal const string CreateUser = "create user";
    internal const string SetProperty = "set";
    internal const string SetGroup = "set group";
    internal const string AddToGroup = "add to group";
    internal const string RemoveFromGroup = "remove from group";
    internal const string SetPassword = "set password";
    internal const string Lock = "lock";
    internal const string Unlock = "unlock";

    /// <inheritdoc />
    public override Subject Subject => new("user", Name);

    /// <summary>User number.</summary>
    public int? Uid { get; init; }

    /// <summary>Primary group, name or number.</summary>
    public string? Group { get; init; }

    /// <summary>Supplementary groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Keeps other supplementary groups of the user.</summary>
    public bool AppendGroups { get; init; } = true;

    /// <summary>Home directory.</summary>
    public string? Home { get; init; }

    /// <summary>Login shell.</summary>
    public string? Shell { get; init; }

    /// <summary>The full name, or another remark.</summary>
    public string? Comment { get; init; }

    /// <summary>The password as crypt(5) hash.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Creates a system account; an existing account is not changed by it.</summary>
    public bool System { get; init; }

    /// <summary>Creates the home directory with the account.</summary>
    public bool ManageHome { get; init; }

    /// <summary>Whether the password is locked.</summary>
    public bool? Locked { get; init; }

    internal override IEnumerable<string?> Texts =>
        [Name, Group, .. Groups ?? [], Home, Shell, Comment, PasswordHash];

    internal override void Validate()
    {
        Require.Account(Subject);
        Require.Accounts([Group, .. Groups ?? []]);
        Require.AccountField(Home, "Home");
        Require.AccountField(Shell, "Shell");
        Require.AccountField(Comment, "Comment");
        Require.AccountField(PasswordHash, "PasswordHash");
        Require.FitsArgument(string.Join(',', Groups ?? []), "Groups", "set the members of the groups instead, with Group");
        if (Home is "")
        {
            throw new RecipeException("Home is empty: it must be an absolute path");
        }

        foreach (var path in new[] { Home, Shell }.OfType<string>().Where(path => path.Length > 0))
        {
            Require.Path(path);
        }

        if (PasswordHash is "")
        {
            throw new RecipeException("PasswordHash is empty, so that everyone could log in: set \"*\" for no password");
        }
    }

    internal override Step Redacted() => this with { PasswordHash = Redaction.Of(PasswordHash) };

    internal override bool Contradicts(Step other) =>
        other is not UserStep user
        || Differ(Uid, user.Uid)
        || Differ(Group, user.Group)
        || Differ(Home, user.Home)
        || Differ(Shell, user.Shell)
        || Differ(Locked, user.Locked);
}

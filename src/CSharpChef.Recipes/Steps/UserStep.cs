namespace CSharpChef.Recipes;

/// <summary>A user account exists with these properties; null leaves a part alone.</summary>
/// <param name="Name">The login name.</param>
public sealed record UserStep(string Name) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("user", Name);

    /// <summary>User number.</summary>
    public int? Uid { get; init; }

    /// <summary>Primary group, name or number.</summary>
    public string? Group { get; init; }

    /// <summary>Supplementary groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Leaves other supplementary groups as they are.</summary>
    public bool AppendGroups { get; init; } = true;

    /// <summary>Home directory.</summary>
    public string? Home { get; init; }

    /// <summary>Login shell.</summary>
    public string? Shell { get; init; }

    /// <summary>The full name or other remark.</summary>
    public string? Comment { get; init; }

    /// <summary>The password as crypt(5) hash.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>A system account; matters when it is made.</summary>
    public bool System { get; init; }

    /// <summary>Makes the home directory with the account.</summary>
    public bool ManageHome { get; init; }

    /// <summary>Whether the password is locked.</summary>
    public bool? Locked { get; init; }
}

namespace CSharpChef.Recipes.Steps;

/// <summary>A group exists, with these properties. A property that is null stays as it is.</summary>
/// <param name="Name">The group's name.</param>
public sealed record GroupStep(string Name) : Step
{
    internal const string CreateGroup = "create group";
    internal const string SetGid = "set gid";
    internal const string AddMember = "add member";
    internal const string RemoveMember = "remove member";

    /// <inheritdoc />
    public override Subject Subject => new("group", Name);

    /// <summary>Group number.</summary>
    public int? Gid { get; init; }

    /// <summary>Users that are members.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>Keeps other members of the group.</summary>
    public bool AppendMembers { get; init; } = true;

    /// <summary>Creates a system group; an existing group is not changed by it.</summary>
    public bool System { get; init; }

    internal override IEnumerable<string?> Texts => [Name, .. Members ?? []];

    internal override void Validate()
    {
        Require.Account(Subject);
        Require.Accounts(Members ?? []);
    }

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) => other is not GroupStep group || Differ(Gid, group.Gid);
}

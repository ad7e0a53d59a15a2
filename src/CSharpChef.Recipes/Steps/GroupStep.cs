namespace CSharpChef.Recipes;

/// <summary>A group exists with these properties; null leaves a part alone.</summary>
/// <param name="Name">The group's name.</param>
public sealed record GroupStep(string Name) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("group", Name);

    /// <summary>Group number.</summary>
    public int? Gid { get; init; }

    /// <summary>Users that are members.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>Leaves other members in.</summary>
    public bool AppendMembers { get; init; } = true;

    /// <summary>A system group; matters when it is made.</summary>
    public bool System { get; init; }
}

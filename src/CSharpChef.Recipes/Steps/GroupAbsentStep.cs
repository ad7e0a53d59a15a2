namespace CSharpChef.Recipes;

/// <summary>A group does not exist.</summary>
/// <param name="Name">The group's name.</param>
public sealed record GroupAbsentStep(string Name) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("group", Name);
}

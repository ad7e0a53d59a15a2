namespace CSharpChef.Recipes;

/// <summary>A user account does not exist.</summary>
/// <param name="Name">The login name.</param>
/// <param name="RemoveHome">Removes the home directory with it.</param>
public sealed record UserAbsentStep(string Name, bool RemoveHome) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("user", Name);
}

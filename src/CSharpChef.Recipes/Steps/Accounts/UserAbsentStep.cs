namespace CSharpChef.Recipes.Steps;

/// <summary>A user account does not exist.</summary>
/// <param name="Name">The login name.</param>
/// <param name="RemoveHome">Whether the home directory is removed with the account.</param>
public sealed record UserAbsentStep(string Name, bool RemoveHome) : Step
{
    internal const string RemoveUser = "remove user";

    /// <inheritdoc />
    public override Subject Subject => new("user", Name);

    internal override IEnumerable<string?> Texts => [Name];

    internal override void Validate() => Require.Account(Subject);

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) => !Equals(other);
}

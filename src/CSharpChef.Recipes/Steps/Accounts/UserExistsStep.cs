namespace CSharpChef.Recipes.Steps;

/// <summary>A user account exists: the step changes nothing, and fails when the account is missing.</summary>
/// <param name="Name">The login name.</param>
internal sealed record UserExistsStep(string Name) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("login", Name);

    internal override IEnumerable<string?> Texts => [Name];

    internal override void Validate() => Require.Account(Subject);

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) => false;
}

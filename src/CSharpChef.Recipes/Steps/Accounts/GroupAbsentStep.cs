namespace CSharpChef.Recipes.Steps;

/// <summary>A group does not exist.</summary>
/// <param name="Name">The group's name.</param>
public sealed record GroupAbsentStep(string Name) : Step
{
    internal const string RemoveGroup = "remove group";

    /// <inheritdoc />
    public override Subject Subject => new("group", Name);

    internal override IEnumerable<string?> Texts => [Name];

    internal override void Validate() => Require.Account(Subject);

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) => !Equals(other);
}

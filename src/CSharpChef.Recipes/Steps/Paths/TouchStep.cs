namespace CSharpChef.Recipes.Steps;

/// <summary>Sets the times of a file to now, and creates a missing file. Always a change.</summary>
/// <param name="Path">The absolute path.</param>
public sealed record TouchStep(string Path) : Step
{
    internal const string Touch = "touch";

    /// <inheritdoc />
    public override Subject Subject => new("path", Path);

    internal override IEnumerable<string?> Texts => [Path];

    internal override void Validate() => Require.Path(Path);

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) => false;
}

namespace CSharpChef.Recipes.Steps;

/// <summary>A link is at a path.</summary>
/// <param name="Path">The absolute path of the link.</param>
/// <param name="To">The target of a symbolic link, compared as text; for a hard link, the file to share.</param>
/// <param name="Hard">Whether it is a hard link instead of a symbolic one.</param>
public sealed record LinkStep(string Path, string To, bool Hard = false) : Step
{
    internal const string LinkTo = "link to";
    internal const string ReplaceLink = "replace link";

    /// <inheritdoc />
    public override Subject Subject => new("path", Path);

    internal override IEnumerable<string?> Texts => [Path, To];

    internal override void Validate()
    {
        Require.Path(Path);
        Require.Text(To, "To");
    }

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) => other is not TouchStep && !Equals(other);
}

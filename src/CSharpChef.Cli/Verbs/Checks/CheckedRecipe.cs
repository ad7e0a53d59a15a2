namespace CSharpChef.Cli.Verbs.Checks;

/// <summary>What the check of a recipe found.</summary>
internal sealed record CheckedRecipe(bool Compiles, IReadOnlyList<string> Findings)
{
    /// <summary>False for the types that the recipes of a cookbook share.</summary>
    public bool IsRecipe { get; init; } = true;
}

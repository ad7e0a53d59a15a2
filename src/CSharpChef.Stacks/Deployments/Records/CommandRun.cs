namespace CSharpChef.Stacks.Deployments.Records;

/// <summary>What a command ran on its instance, of its last attempt.</summary>
internal sealed record CommandRun
{
    /// <summary>The commit of the cookbooks, or the SHA-256 of their archive or folder.</summary>
    public string? CookbooksState { get; init; }

    /// <summary>The recipes, in their order.</summary>
    public IReadOnlyList<string> Recipes { get; init; } = [];
}

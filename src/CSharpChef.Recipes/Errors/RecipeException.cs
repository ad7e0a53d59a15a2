namespace CSharpChef.Recipes;

/// <summary>
/// A cookbook is wrong: it does not compile, does not evaluate, or asks for what cannot be right. A recipe
/// may throw it itself to stop before the node is touched. Exit code 3.
/// </summary>
/// <example>
/// <code>
/// if (Node.Memory.Total &lt; 1_000_000_000) { throw new RecipeException("this recipe needs 1 GB of memory"); }
/// </code>
/// </example>
public sealed class RecipeException(string message, Exception? inner = null) : ChefException(message, inner)
{
    /// <inheritdoc />
    public override int ExitCode => 3;
}

namespace CSharpChef.Recipes;

/// <summary>
/// An error in a cookbook: a recipe does not compile, fails while it is evaluated, or declares something invalid. A
/// recipe can throw it to stop before the node is changed. Exit code 3.
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

using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Stacks.Runs;

/// <summary>Gives the compiled recipes of a stack.</summary>
internal interface IStackRecipes
{
    /// <summary>
    /// Resolves, fetches and compiles the cookbooks of a stack, as far as that is not done already.
    /// </summary>
    /// <param name="context">The command that needs them.</param>
    /// <param name="runList">The recipes that are to run.</param>
    /// <param name="isUpdate">True to look for a newer state of the source.</param>
    /// <param name="note">Hears what is done, for the command's log.</param>
    /// <returns>Null for a stack without cookbooks of its own.</returns>
    /// <exception cref="Recipes.ChefException">The source, its cookbooks or their recipes have mistakes.</exception>
    Task<StackRecipes?> OpenAsync(
        CommandContext context, IReadOnlyList<RunListItem> runList, bool isUpdate, Action<string> note,
        CancellationToken ct);
}

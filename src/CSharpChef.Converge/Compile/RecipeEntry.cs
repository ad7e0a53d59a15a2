using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// The script that the compiler gets for a recipe: it loads the resources in scope and then the recipe. Files have
/// logical paths such as <c>web/recipes/default.csx</c>, so that the result does not depend on the checkout's folder.
/// </summary>
internal sealed record RecipeEntry(RunListItem Item, IReadOnlyList<string> Files)
{
    /// <summary>The type whose members the script can call like functions.</summary>
    public Type Globals { get; init; } = typeof(RecipeContext);

    public static RecipeEntry Of(RunListItem item, CookbookStore cookbooks)
    {
        var script = cookbooks.Get(item.Cookbook).ScriptOf(item.Recipe);
        var resources = cookbooks.WithDependencies([item.Cookbook])
            .SelectMany(each => each.Resources.Select(each.Files.LogicalPath));
        return new RecipeEntry(item, [.. resources, $"{item.Cookbook}/{script}"]);
    }

    public string Text => string.Concat(Files.Select(file => $"#load \"{LoadPath.Prefix}{file}\"\n"));
}

using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// What the compiler is given for a recipe: a script that loads the resources in scope and then the recipe. Files go by
/// logical paths such as <c>web/recipes/default.csx</c>, so that a checkout's folder leaves no trace in the result.
/// </summary>
internal sealed record RecipeEntry(RunListItem Item, IReadOnlyList<string> Files)
{
    /// <summary>Whose members are the words of the script.</summary>
    public Type Globals { get; init; } = typeof(RecipeContext);

    public static RecipeEntry Of(RunListItem item, CookbookStore cookbooks)
    {
        var script = cookbooks.Get(item.Cookbook).ScriptOf(item.Recipe);
        var resources = cookbooks.WithDependencies([item.Cookbook])
            .SelectMany(each => each.Resources.Select(each.Files.PathOf));
        return new RecipeEntry(item, [.. resources, $"{item.Cookbook}/{script}"]);
    }

    public string Text => string.Concat(Files.Select(file => $"#load \"{LoadPath.Prefix}{file}\"\n"));
}

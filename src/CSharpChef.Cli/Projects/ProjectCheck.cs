using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Projects;

/// <summary>Errors of a project file that its own text does not show: it names what does not exist.</summary>
internal static class ProjectCheck
{
    /// <exception cref="UsageException">The inventory that the project names does not exist.</exception>
    public static void RequireInventory(ProjectFile project)
    {
        if (project.Inventory is { } inventory && !BrokenLink.IsFile(inventory))
        {
            throw new UsageException(
                $"{project.PlaceOf("inventory")}: there is no inventory {ShownPath.Of(inventory)}{BrokenLink.Note(inventory)}");
        }
    }

    /// <exception cref="RecipeException">A used recipe of a run list does not exist.</exception>
    public static void RequireRecipes(ProjectFile project, CookbookStore cookbooks, IReadOnlyList<RunListItem> used)
    {
        foreach (var group in project.Groups.Groups)
        {
            for (var i = 0; i < group.RunList.Count; i++)
            {
                if (used.Contains(group.RunList[i]))
                {
                    Require(project, $"groups.{group.Name}.runList[{i}]", group.RunList[i], cookbooks);
                }
            }
        }
    }

    private static void Require(ProjectFile project, string path, RunListItem item, CookbookStore cookbooks)
    {
        if (cookbooks.Find(item.Cookbook) is { } cookbook && cookbook.Recipes.Contains(item.Recipe))
        {
            return;
        }

        try
        {
            cookbooks.Get(item.Cookbook).ScriptOf(item.Recipe);
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"{project.PlaceOf(path)}: {e.Message}", e);
        }
    }
}

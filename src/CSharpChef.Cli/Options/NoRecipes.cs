using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Options;

/// <summary>The error of a host that gets no recipes: from the command line, and from a project.</summary>
internal static class NoRecipes
{
    /// <param name="host">The host.</param>
    /// <param name="verb">What was asked for.</param>
    /// <param name="project">The path of the project file; null without one.</param>
    public static string For(Target host, string verb, string? project) => project is null
        ? $"no recipes to {verb}: name them with --run-list or -r, such as {verb} {host.Argument} -r nginx, or for its group in {ProjectFile.Name}"
        : $"no recipes for {host.Argument}: {Why(host, project)}, or name recipes with --run-list or -r";

    private static string Why(Target host, string project) => host switch
    {
        { IsInInventory: true } => $"{project} gives none of its groups a runList; give it one there",
        { InventoryName: { } name } =>
            $"written like this it is a machine outside the inventory, so no group of {project} has it; write {name}, which the inventory has, with its \"user\" and \"port\" there",
        _ => $"it is not in an inventory, so no group of {project} has it; add it to the inventory",
    };
}

using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Text;
using EventRecipes = CSharpChef.Stacks.Layers.Recipes;

namespace CSharpChef.Stacks.Runs;

/// <summary>The recipes that a command runs. Pure.</summary>
internal static class RunLists
{
    /// <param name="command">The command.</param>
    /// <param name="layers">The layers of the instance, in its order.</param>
    /// <returns>The recipes in the order in which they run, each once.</returns>
    public static IReadOnlyList<string> Of(Command command, IReadOnlyList<Layer> layers) =>
        [.. (command.Recipes ?? OfEvent(command.Event, Of(command.LayerIds, layers))).Distinct()];

    private static IReadOnlyList<Layer> Of(IReadOnlyList<string>? ids, IReadOnlyList<Layer> layers) =>
        ids is null ? layers : [.. layers.Where(layer => ids.Contains(layer.LayerId))];

    private static IEnumerable<string> OfEvent(string type, IReadOnlyList<Layer> layers) =>
        type is LifeCommands.Setup or LifeCommands.SetupLayers
            ? All(layers, recipes => recipes.Setup).Concat(All(layers, recipes => recipes.Deploy))
        : type is LifeCommands.Shutdown or LifeCommands.ShutdownLayers ? All(layers, recipes => recipes.Shutdown)
        : type == EnumNames.Of(CommandName.Configure) ? All(layers, recipes => recipes.Configure)
        : type == EnumNames.Of(CommandName.Deploy) ? All(layers, recipes => recipes.Deploy)
        : type == EnumNames.Of(CommandName.Undeploy) ? All(layers, recipes => recipes.Undeploy)
        : [];

    private static IEnumerable<string> All(
        IReadOnlyList<Layer> layers, Func<EventRecipes, IReadOnlyList<string>?> ofEvent) =>
        layers.SelectMany(layer => ofEvent(layer.DefaultRecipes) ?? [])
            .Concat(layers.SelectMany(layer => ofEvent(layer.CustomRecipes ?? EventRecipes.None) ?? []));
}

using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Layers;

namespace CSharpChef.Stacks.Deployments.Queue;

/// <summary>The longest times that commands may run. Pure.</summary>
internal static class CommandLimits
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan Setup = TimeSpan.FromHours(2);
    private const int ShutdownSeconds = 120;

    /// <param name="command">The command.</param>
    /// <param name="layers">The layers of the instance; the longest time that one sets for Shutdown holds.</param>
    public static TimeSpan Of(Command command, IReadOnlyList<Layer> layers) => command.TimeLimit is { } seconds
        ? TimeSpan.FromSeconds(seconds)
        : Of(command.Event, layers);

    private static TimeSpan Of(string type, IReadOnlyList<Layer> layers) => type switch
    {
        LifeCommands.Setup or LifeCommands.SetupLayers => Setup,
        LifeCommands.Shutdown or LifeCommands.ShutdownLayers => TimeSpan.FromSeconds(
            layers.Select(ShutdownOf).DefaultIfEmpty(ShutdownSeconds).Max()),
        _ => Usual,
    };

    private static int ShutdownOf(Layer layer) =>
        layer.LifecycleEventConfiguration?.Shutdown?.ExecutionTimeout ?? ShutdownSeconds;
}

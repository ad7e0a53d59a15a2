using CSharpChef.Stacks.Instances.Life;

namespace CSharpChef.Stacks.Runs;

/// <summary>
/// The updates of packages in the first Setup after a start, which InstallUpdatesOnBoot of the instance and of each of
/// its layers allows. Machines that exist without this server are not updated so.
/// </summary>
internal static class BootUpdates
{
    public const string Unreachable =
        "The packages are not updated on boot: this machine reaches no package source. "
        + "Start the server with --local-nat, or set InstallUpdatesOnBoot to false.";

    public static void Declare(RecipeContext recipe, CommandContext context)
    {
        if (!AreDue(context))
        {
            return;
        }

        if (context.Instance.Life.ReachesPackages)
        {
            PackageUpdate.Declare(recipe);
        }
        else
        {
            recipe.Log(Unreachable, log => log.Level = LogLevel.Warning);
        }
    }

    private static bool AreDue(CommandContext context) =>
        context.Command.Event == LifeCommands.Setup
        && context.Instance is { IsRegistered: false, Life.IsUpdated: false, InstallUpdatesOnBoot: not false }
        && context.Layers.All(layer => layer.InstallUpdatesOnBoot != false);
}

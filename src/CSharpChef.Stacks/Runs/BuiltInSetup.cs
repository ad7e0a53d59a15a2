using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Runs;

/// <summary>
/// What every command does first on a machine, before the recipes of its stack: the hostname and the addresses of the
/// stack's instances, and in Setup the updates of the machine and the packages of its layers.
/// </summary>
internal static class BuiltInSetup
{
    public const string Name = "csharpchef::setup";

    public static void Declare(RecipeContext recipe, CommandContext context)
    {
        var hostname = context.Instance.Hostname!;
        recipe.File("/etc/hostname", file => file.Content = $"{hostname}\n");
        recipe.Execute($"hostname {hostname}", execute =>
        {
            execute.Name = $"hostname {hostname}";
            execute.NotIf($"test \"$(uname -n)\" = {hostname}");
        });
        recipe.Line("/etc/hosts", line =>
        {
            line.Block = "csharpchef";
            line.Text = HostEntries.Of(context);
        });
        BootUpdates.Declare(recipe, context);
        if (NeedsPackages(context.Command.Event))
        {
            DeclarePackages(recipe, context);
        }

        if (context.Command.Event == EnumNames.Of(CommandName.UpdateDependencies))
        {
            PackageUpdate.Declare(recipe);
        }
    }

    private static void DeclarePackages(RecipeContext recipe, CommandContext context)
    {
        foreach (var package in context.Layers.SelectMany(layer => layer.Packages ?? []).Distinct())
        {
            recipe.Package(package);
        }
    }

    private static bool NeedsPackages(string type) =>
        type is LifeCommands.Setup or LifeCommands.SetupLayers || type == EnumNames.Of(CommandName.InstallDependencies);
}

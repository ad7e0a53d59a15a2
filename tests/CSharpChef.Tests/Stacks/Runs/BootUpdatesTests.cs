using CSharpChef.Converge.Evaluate.BuiltIn;
using CSharpChef.Recipes;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Runs;

namespace CSharpChef.Tests.Stacks.Runs;

public sealed class BootUpdatesTests
{
    private static readonly CommandContext FirstSetup = SampleContext.Create() with
    {
        Command = SampleContext.Command(LifeCommands.Setup),
        Layers = [SampleContext.Layer([], [])],
    };

    [Fact]
    public void Packages_are_updated_before_those_of_the_layers_in_the_first_setup_after_a_start()
    {
        var context = FirstSetup with { Layers = [SampleContext.Layer([], []) with { Packages = ["nginx"] }] };

        Assert.Equal(["execute update packages", "package nginx"], Declared(context).TakeLast(2));
    }

    [Fact]
    public void Packages_are_not_updated_by_a_setup_after_one_that_succeeded() =>
        Assert.False(Updates(With(machine => machine with { IsUpdated = true })));

    [Fact]
    public void Packages_are_not_updated_by_other_events() =>
        Assert.False(Updates(FirstSetup with { Command = SampleContext.Command("configure") }));

    [Fact]
    public void Packages_are_not_updated_on_an_instance_that_does_not_want_it() =>
        Assert.False(Updates(
            FirstSetup with { Instance = FirstSetup.Instance with { InstallUpdatesOnBoot = false } }));

    [Fact]
    public void Packages_are_not_updated_when_one_of_the_layers_does_not_want_it()
    {
        var layer = SampleContext.Layer([], []);

        Assert.False(Updates(FirstSetup with { Layers = [layer, layer with { InstallUpdatesOnBoot = false }] }));
    }

    [Fact]
    public void Packages_are_not_updated_on_a_registered_machine() =>
        Assert.False(Updates(
            FirstSetup with { Instance = FirstSetup.Instance with { InfrastructureClass = Instance.OnPremises } }));

    [Fact]
    public void A_machine_that_reaches_no_packages_gets_a_warning_in_place_of_updates() =>
        Assert.Equal($"log {BootUpdates.Unreachable}", Declared(With(machine => machine with { ReachesPackages = false }))[^1]);

    private static CommandContext With(Func<InstanceMachine, InstanceMachine> change) => FirstSetup with
    {
        Instance = FirstSetup.Instance with { Machine = change(FirstSetup.Instance.Life) },
    };

    private static bool Updates(CommandContext context) => Declared(context).Contains("execute update packages");

    private static IReadOnlyList<string> Declared(CommandContext context)
    {
        var node = new Node("web1", Facts.None, NodeAttributes.None);
        return
        [
            .. BuiltInRecipe.Run(BuiltInSetup.Name, node, recipe => BuiltInSetup.Declare(recipe, context)).Resources
                .Select(resource => $"{resource.Type} {resource.Name}"),
        ];
    }
}

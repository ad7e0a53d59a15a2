using CSharpChef.Cli.Options;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Tests.Cli.Options;

/// <summary>The error of a host without recipes says what is true of it.</summary>
public sealed class NoRecipesTests
{
    [Fact]
    public void A_host_that_the_inventory_has_under_another_name_is_not_called_missing_there()
    {
        var host = Target.Parse("root@web1") with { InventoryName = "web1" };

        Assert.Equal(
            "no recipes for root@web1: written like this it is a machine outside the inventory, so no group of csharpchef.json has it;"
            + " write web1, which the inventory has, with its \"user\" and \"port\" there, or name recipes with --run-list or -r",
            NoRecipes.For(host, "converge", "csharpchef.json"));
    }

    [Fact]
    public void A_host_in_and_a_host_outside_the_inventory_are_told_apart()
    {
        Assert.Contains(
            "gives none of its groups a runList",
            NoRecipes.For(Target.Parse("web1") with { IsInInventory = true }, "plan", "csharpchef.json"));
        Assert.Contains(
            "no recipes for ann@web1: it is not in an inventory",
            NoRecipes.For(Target.Parse("ann@web1"), "plan", "csharpchef.json"));
    }

    [Fact]
    public void The_example_without_a_project_names_the_host_with_its_user() =>
        Assert.Contains(", such as plan ann@web1 -r nginx", NoRecipes.For(Target.Parse("ann@web1"), "plan", null));
}

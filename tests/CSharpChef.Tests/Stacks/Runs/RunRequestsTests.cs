using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Runs;

namespace CSharpChef.Tests.Stacks.Runs;

public sealed class RunRequestsTests
{
    [Fact]
    public void Recipes_of_Setup_are_those_of_Setup_and_then_of_Deploy_of_all_layers_each_once()
    {
        var layers = new[] { SampleContext.Layer(["base", "web"], ["web::deploy"]), SampleContext.Layer(["base", "db"], ["db::deploy"]) };

        Assert.Equal(
            ["base", "web", "db", "web::deploy", "db::deploy"], RunLists.Of(SampleContext.Command("setup"), layers));
    }

    [Fact]
    public void Recipes_of_a_change_of_layers_are_those_of_the_layers_that_it_adds()
    {
        var layers = new[] { SampleContext.Layer(["web"], []), SampleContext.Layer(["db"], ["db::deploy"]) with { LayerId = "added" } };

        Assert.Equal(
            ["db", "db::deploy"],
            RunLists.Of(SampleContext.Command(LifeCommands.SetupLayers) with { LayerIds = ["added"] }, layers));
    }

    [Fact]
    public void Recipes_of_execute_recipes_are_those_that_it_names() =>
        Assert.Equal(["a", "b"], RunLists.Of(SampleContext.Command("execute_recipes") with { Recipes = ["a", "b", "a"] }, []));

    [Fact]
    public void Custom_json_of_a_command_is_above_that_of_the_layers_and_of_the_stack()
    {
        var context = SampleContext.Create() with
        {
            Stack = SampleContext.Create().Stack with { CustomJson = """{"a":1}""" },
            Layers =
            [
                SampleContext.Layer([], []) with { CustomJson = """{"a":2}""" },
                SampleContext.Layer([], []) with { CustomJson = """{"a":3}""" },
            ],
        };

        Assert.Equal(
            ["""{"a":1}""", """{"a":3}""", """{"a":2}"""],
            CustomJson.Of(context).Select(level => level.Values.ToJsonString()));
    }

    [Fact]
    public void Hosts_have_the_private_address_and_the_public_one_with_ext()
    {
        var context = SampleContext.Create();
        var other = context.Instance with
        {
            InstanceId = "j",
            Hostname = "db1",
            PrivateIp = "10.0.0.2",
            PublicIp = null,
        };

        Assert.Equal(
            "10.0.0.2 db1\n10.0.0.1 web1\n192.0.2.1 web1-ext",
            HostEntries.Of(context with { Members = [context.Instance, other] }));
    }
}

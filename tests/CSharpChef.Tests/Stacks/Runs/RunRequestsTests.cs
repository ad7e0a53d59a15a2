using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Runs;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Tests.Stacks.Runs;

public sealed class RunRequestsTests
{
    [Fact]
    public void Recipes_of_Setup_are_those_of_Setup_and_then_of_Deploy_of_all_layers_each_once()
    {
        var layers = new[] { LayerOf(["base", "web"], ["web::deploy"]), LayerOf(["base", "db"], ["db::deploy"]) };

        Assert.Equal(
            ["base", "web", "db", "web::deploy", "db::deploy"], RunLists.Of(CommandOf("setup"), layers));
    }

    [Fact]
    public void Recipes_of_a_change_of_layers_are_those_of_the_layers_that_it_adds()
    {
        var layers = new[] { LayerOf(["web"], []), LayerOf(["db"], ["db::deploy"]) with { LayerId = "added" } };

        Assert.Equal(
            ["db", "db::deploy"],
            RunLists.Of(CommandOf(LifeCommands.SetupLayers) with { LayerIds = ["added"] }, layers));
    }

    [Fact]
    public void Recipes_of_execute_recipes_are_those_that_it_names() =>
        Assert.Equal(["a", "b"], RunLists.Of(CommandOf("execute_recipes") with { Recipes = ["a", "b", "a"] }, []));

    [Fact]
    public void Custom_json_of_a_command_is_above_that_of_the_layers_and_of_the_stack()
    {
        var context = Context() with
        {
            Stack = Context().Stack with { CustomJson = """{"a":1}""" },
            Layers =
            [
                LayerOf([], []) with { CustomJson = """{"a":2}""" },
                LayerOf([], []) with { CustomJson = """{"a":3}""" },
            ],
        };

        Assert.Equal(
            ["""{"a":1}""", """{"a":3}""", """{"a":2}"""],
            CustomJson.Of(context).Select(level => level.Values.ToJsonString()));
    }

    [Fact]
    public void Hosts_have_the_private_address_and_the_public_one_with_ext()
    {
        var context = Context();
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

    private static CommandContext Context()
    {
        var instance = new Instance
        {
            InstanceId = "i",
            StackId = "s",
            Arn = "a",
            Status = InstanceStatus.Online,
            CreatedAt = default,
            Hostname = "web1",
            PrivateIp = "10.0.0.1",
            PublicIp = "192.0.2.1",
        };
        var stack = new Stack { StackId = "s", Arn = "a", Region = "local", CreatedAt = default, Name = "shop" };
        return new(CommandOf("configure"), instance, stack) { Layers = [], Members = [instance] };
    }

    private static Command CommandOf(string type) => new()
    {
        CommandId = "c",
        InstanceId = "i",
        StackId = "s",
        CreatedAt = default,
        Status = CommandStatus.Pending,
        Type = type,
    };

    private static Layer LayerOf(string[] setup, string[] deploy) => new()
    {
        LayerId = "l",
        StackId = "s",
        Arn = "a",
        Type = LayerType.Custom,
        CreatedAt = default,
        Shortname = "web",
        CustomRecipes = new() { Setup = setup, Deploy = deploy },
    };
}

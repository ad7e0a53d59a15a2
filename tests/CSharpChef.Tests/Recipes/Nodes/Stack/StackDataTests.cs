using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Nodes.Stack;

public sealed class StackDataTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_layer_has_its_online_instances_in_the_order_of_their_hostnames()
    {
        var node = NodeOf(new("web1")
        {
            Layers = [new("web"), new("db")],
            Instances =
            [
                new("web1") { Layers = ["web"] },
                new("db2") { Layers = ["db"] },
                new("db3") { Layers = ["db"], Status = "stopped" },
                new("db1") { Layers = ["db", "web"] },
            ],
        });

        Assert.Equal(["db1", "db2"], node.Layer("db").Instances.Select(instance => instance.Hostname));
        Assert.Equal(["db1", "db2", "db3"], node.Layer("db").AllInstances.Select(instance => instance.Hostname));
        Assert.Equal("web1", node.Self.Hostname);
        Assert.Equal(["web"], node.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void An_unknown_layer_is_an_error_with_a_similar_one()
    {
        var node = NodeOf(new("web1") { Layers = [new("web")], Instances = [new("web1")] });

        var error = Assert.Throws<RecipeException>(() => node.Layer("wed"));

        Assert.Equal("the stack stack has no layer \"wed\": did you mean \"web\"?", error.Message);
    }

    [Fact]
    public void Off_a_server_the_stack_is_an_error() => Assert.Contains(
        "need a server that runs the recipe",
        Assert.Throws<RecipeException>(() => new Node("web1", Facts.None, NodeAttributes.None).Stack).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("", "a1", "the online instance that was created first")]
    [InlineData("a2 a3", "a2", "the first of the deployment")]
    [InlineData("a3", "a3", "the only one of the deployment")]
    public void One_instance_of_a_layer_is_the_leader_of_a_command(string targets, string leader, string why)
    {
        var data = new StackData("a2")
        {
            Layers = [new("app")],
            Instances =
            [
                new("a0") { Layers = ["app"], CreatedAt = Day, Status = "stopped" },
                new("a3") { Layers = ["app"], CreatedAt = Day.AddDays(3) },
                new("a2") { Layers = ["app"], CreatedAt = Day.AddDays(2) },
                new("a1") { Layers = ["app"], CreatedAt = Day.AddDays(1) },
            ],
            Command = new("deploy") { Instances = targets.Split(' ', StringSplitOptions.RemoveEmptyEntries) },
        };

        var leaders = data.Instances.Where(
            each => each.IsOnline && NodeOf(data with { Self = each.Hostname }).IsLeader);

        Assert.True(leaders.Single().Hostname == leader, why);
    }

    [Theory]
    [InlineData("running_setup", true)]
    [InlineData("online", false)]
    public void An_instance_in_setup_leads_only_when_no_other_one_is_online(string other, bool isLeader)
    {
        var node = NodeOf(new("a1")
        {
            Layers = [new("app")],
            Instances =
            [
                new("a1") { Layers = ["app"], CreatedAt = Day, Status = "running_setup" },
                new("a2") { Layers = ["app"], CreatedAt = Day.AddDays(1), Status = other },
            ],
            Command = new("setup"),
        });

        Assert.Equal(isLeader, node.IsLeader);
    }

    private static Node NodeOf(StackData data) =>
        new(data.Self, Facts.None, NodeAttributes.None) { KnownData = data };
}

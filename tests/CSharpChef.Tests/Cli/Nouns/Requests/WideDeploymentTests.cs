using System.Text.Json.Nodes;
using CSharpChef.Cli.Nouns.Requests;

namespace CSharpChef.Tests.Cli.Nouns.Requests;

public sealed class WideDeploymentTests
{
    [Theory]
    [InlineData(1, 0, null)]
    [InlineData(10, 3, null)]
    [InlineData(10, 4, "configure runs on 4 of the 10 online instances of the layer web, more than 30 %")]
    [InlineData(2, 1, null)]
    [InlineData(2, 2, "configure runs on 2 of the 2 online instances of the layer web, more than 30 %")]
    [InlineData(100, 21, "configure runs on 21 instances, more than 20")]
    public void A_deployment_on_many_instances_wants_to_be_confirmed(int online, int selected, string? question)
    {
        var request = Request();
        request["InstanceIds"] = new JsonArray([.. Enumerable.Range(0, selected).Select(Id)]);

        Assert.Equal(question, WideDeployment.Question(Instances(online), Layers(), request));
    }

    [Fact]
    public void Instances_that_are_not_online_do_not_count()
    {
        var instances = Instances(1);
        instances.Add(new JsonObject
        {
            ["InstanceId"] = "other",
            ["Status"] = "stopped",
            ["LayerIds"] = new JsonArray("layer-1"),
        });

        Assert.Null(WideDeployment.Question(instances, Layers(), Request()));
    }

    [Fact]
    public void Instances_whose_setup_failed_count_for_a_setup()
    {
        var instances = Instances(2);
        instances[1]!["Status"] = "setup_failed";
        var request = Request();
        Assert.Null(WideDeployment.Question(instances, Layers(), request));

        request["Command"]!["Name"] = "setup";
        Assert.NotNull(WideDeployment.Question(instances, Layers(), request));
    }

    private static JsonObject Request() => new() { ["Command"] = new JsonObject { ["Name"] = "configure" } };

    private static JsonArray Layers() => [new JsonObject { ["LayerId"] = "layer-1", ["Shortname"] = "web" }];

    private static JsonArray Instances(int count) => new([.. Enumerable.Range(0, count).Select(number => new JsonObject
    {
        ["InstanceId"] = Id(number),
        ["Status"] = "online",
        ["LayerIds"] = new JsonArray("layer-1"),
    })]);

    private static JsonNode Id(int number) => JsonValue.Create($"instance-{number}");
}

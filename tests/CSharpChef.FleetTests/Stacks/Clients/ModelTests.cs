using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Web;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Model;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>Our service model describes every operation as the service model of AWS does.</summary>
public sealed class ModelTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_model_has_exactly_the_operations_of_OpsWorks()
    {
        var (theirs, ours) = await ReadModelsAsync();

        Assert.Equal(theirs.Operations.Order(StringComparer.Ordinal), ours.Operations.Order(StringComparer.Ordinal));
        Assert.Equal(74, ours.Operations.Count);
    }

    [Fact]
    public async Task Every_member_has_the_name_type_values_and_requirement_of_OpsWorks()
    {
        var (theirs, ours) = await ReadModelsAsync();

        Assert.Empty(new ModelComparison(theirs, ours).Differences());
    }

    [Theory]
    [InlineData("DescribeStacksRequest", "members.StackIds", null, "DescribeStacks.input has StackIds on one side only")]
    [InlineData("CreateStackRequest", "required", """["Name"]""", "CreateStack.input requires Name, and theirs DefaultInstanceProfileArn Name Region ServiceRoleArn")]
    [InlineData("Boolean", "type", "\"string\"", "is string, and theirs boolean")]
    public async Task A_changed_member_is_reported_as_a_difference(
        string shape, string path, string? value, string expected)
    {
        var (theirs, ours) = await ReadModelsAsync();
        var names = path.Split('.');
        var parent = names.SkipLast(1).Aggregate((JsonNode)ours.Shape(shape), (node, name) => node[name]!).AsObject();
        parent.Remove(names[^1]);
        if (value is not null)
        {
            parent[names[^1]] = JsonNode.Parse(value);
        }

        Assert.Contains(
            new ModelComparison(theirs, ours).Differences(),
            difference => difference.EndsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Waiters_and_paginators_are_those_of_OpsWorks()
    {
        AwsClient.SkipUnlessInstalled();
        var expected = (await ModelCheck.ReadAwsModelAsync("waiters-2.json", Ct))["waiters"]!.AsObject();
        var actual = Waiters.All()["waiters"]!.AsObject();

        Assert.Equal(
            expected.Select(TextOf).Order(StringComparer.Ordinal), actual.Select(TextOf).Order(StringComparer.Ordinal));
        Assert.True(
            JsonNode.DeepEquals(await ModelCheck.ReadAwsModelAsync("paginators-1.json", Ct), Waiters.Paginators()));
    }

    private static string TextOf(KeyValuePair<string, JsonNode?> waiter)
    {
        var acceptors = waiter.Value!["acceptors"]!.AsArray()
            .Select(acceptor => $"{acceptor!["matcher"]} {acceptor["argument"]} {acceptor["expected"]} {acceptor["state"]}");
        return $"{waiter.Key}: {waiter.Value["operation"]} {waiter.Value["delay"]} {waiter.Value["maxAttempts"]}: {string.Join(", ", acceptors.Order(StringComparer.Ordinal))}";
    }

    private static async Task<(ModelCheck Theirs, ModelCheck Ours)> ReadModelsAsync()
    {
        AwsClient.SkipUnlessInstalled();
        return (
            new(await ModelCheck.ReadAwsModelAsync("service-2.json", Ct)),
            new(ServiceModel.Of(OperationCatalog.Of(Operation.OpsWorks), "2013-02-18")));
    }
}

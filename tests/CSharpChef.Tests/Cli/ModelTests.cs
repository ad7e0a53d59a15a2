using System.Text.Json.Nodes;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli;

/// <summary>The model files for AWS clients.</summary>
[Collection(LocalMachine.Name)]
public sealed class ModelTests : IDisposable
{
    private readonly CookbookFolder folder = new();

    [Fact]
    public async Task Models_are_written_where_AWS_clients_look_and_have_every_operation()
    {
        (await CommandLine.RunAsync("model", "--aws", folder["models"])).With(0).Says("opsworks");

        var model = Read("service-2.json");
        Assert.Equal(
            OperationCatalog.Of(Operation.OpsWorks).Select(operation => operation.Name),
            model["operations"]!.AsObject().Select(operation => operation.Key));
        Assert.Equal(6, Read("waiters-2.json")["waiters"]!.AsObject().Count);
        Assert.Equal(
            "NextToken",
            Read("paginators-1.json")["pagination"]!["DescribeEcsClusters"]!["input_token"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_models_folder_that_cannot_be_created_is_a_usage_error()
    {
        folder.With("models", "a file");

        (await CommandLine.RunAsync("model", "--aws", folder["models"])).With(2)
            .Says("cannot be written to")
            .Says("--aws");
    }

    public void Dispose() => folder.Dispose();

    private JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllText(folder[$"models/opsworks/2013-02-18/{name}"]))!;
}

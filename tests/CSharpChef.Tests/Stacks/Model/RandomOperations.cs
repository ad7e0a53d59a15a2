using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Model;

/// <summary>Calls random operations on a control plane and its model, and compares every answer.</summary>
internal sealed class RandomOperations(TestPlane server, int seed)
{
    private static readonly string[] Words = ["a", "b", "c"];

    private readonly Random random = new(seed);
    private readonly PlaneModel model = new();
    private readonly List<string> missingIds = ["no-such-id"];
    private readonly List<string> sentTexts = [];

    public async Task RunAsync(int count)
    {
        for (var n = 0; n < count; n++)
        {
            await StepAsync();
        }

        Assert.Equal(model.Lines().Order(), (await ReadLinesAsync()).Order());
    }

    private Task StepAsync() => random.Next(14) switch
    {
        0 or 1 => CreateAsync("CreateStack", NewStack(RandomWord()), null, id => model.AddStack(id, sentTexts[^1])),
        2 => ChangeAsync(
            "UpdateStack",
            new { StackId = AnyOf(model.Stacks, out var stack), Name = Remember(RandomWord()) },
            () => model.Rename(stack, sentTexts[^1])),
        3 => ChangeAsync(
            "DeleteStack",
            new { StackId = AnyOf(model.Stacks, out var stack) },
            () => Forget(stack, model.DeleteStack)),
        4 or 5 => CreateLayerAsync(AnyOf(model.Stacks, out _), RandomWord()),
        6 => ChangeAsync(
            "DeleteLayer",
            new { LayerId = AnyOf(model.Layers, out var layer) },
            () => Forget(layer, model.DeleteLayer)),
        7 or 8 => CreateInstanceAsync(AnyOf(model.Stacks, out _), AnyOf(model.Layers, out _), RandomWord()),
        9 => ChangeAsync(
            "StartInstance",
            new { InstanceId = AnyOf(model.Instances, out var instance) },
            () => model.Start(instance)),
        10 => ChangeAsync(
            "StopInstance", new { InstanceId = AnyOf(model.Instances, out var instance) },
            () => model.Stop(instance)),
        11 => ChangeAsync(
            "DeleteInstance",
            new { InstanceId = AnyOf(model.Instances, out var instance) },
            () => Forget(instance, model.DeleteInstance)),
        12 => CreateAppAsync(AnyOf(model.Stacks, out _), RandomWord()),
        _ => random.Next(2) == 0
            ? ChangeAsync(
                "UpdateApp",
                new
                {
                    AppId = AnyOf(model.Apps, out var app),
                    Description = Remember(random.Next(3) == 0 ? "" : RandomWord()),
                },
                () => model.Describe(app, sentTexts[^1]))
            : ChangeAsync(
                "DeleteApp",
                new { AppId = AnyOf(model.Apps, out var deletedApp) },
                () => Forget(deletedApp, model.DeleteApp)),
    };

    private object NewStack(string name) =>
        new { Name = Remember(name), Region = "local", ServiceRoleArn = "x", DefaultInstanceProfileArn = "x" };

    private Task CreateLayerAsync(string stack, string name) => CreateAsync(
        "CreateLayer",
        new { StackId = stack, Type = "custom", Name = name, Shortname = name },
        model.LayerRefusal(stack, name),
        id => model.AddLayer(id, stack, name));

    private Task CreateInstanceAsync(string stack, string layer, string name) => CreateAsync(
        "CreateInstance",
        new { StackId = stack, LayerIds = new[] { layer }, InstanceType = "small", Hostname = name },
        model.InstanceRefusal(stack, layer, name),
        id => model.AddInstance(id, stack, layer, name));

    private Task CreateAppAsync(string stack, string name) => CreateAsync(
        "CreateApp", new { StackId = stack, Type = "other", Name = name }, model.AppRefusal(stack, name),
        id => model.AddApp(id, stack, name));

    private async Task CreateAsync(string operation, object request, string? refusal, Action<string> add)
    {
        var answer = await CallAsync(operation, request, refusal);
        if (answer is not null)
        {
            add(answer.AsObject().Single().Value!.GetValue<string>());
        }
    }

    private Task ChangeAsync(string operation, object request, Func<string?> change) =>
        CallAsync(operation, request, change());

    private async Task<JsonNode?> CallAsync(string operation, object request, string? refusal)
    {
        try
        {
            var answer = await server.CallAsync(operation, request);
            Assert.True(
                refusal is null, $"seed {seed}: {operation} {request} succeeded, but {refusal} was expected");
            return answer;
        }
        catch (OperationException e)
        {
            Assert.True(
                e.Code == refusal,
                $"seed {seed}: {operation} {request} was refused with {e.Code} ({e.Message}), but {refusal ?? "success"} was expected");
            return null;
        }
    }

    private string? Forget(string id, Func<string, string?> delete)
    {
        missingIds.Add(id);
        return delete(id);
    }

    private string Remember(string word)
    {
        sentTexts.Add(word);
        return word;
    }

    private string RandomWord() => Words[random.Next(Words.Length)];

    // Mostly an id that exists; sometimes one that is unknown or deleted.
    private string AnyOf(IReadOnlyCollection<string> ids, out string id) =>
        id = ids.Count == 0 || random.Next(8) == 0
            ? missingIds[random.Next(missingIds.Count)]
            : ids.ElementAt(random.Next(ids.Count));

    private async Task<IEnumerable<string>> ReadLinesAsync()
    {
        var lines = new List<string>();
        foreach (var stack in (await server.CallAsync("DescribeStacks"))["Stacks"]!.AsArray())
        {
            var stackFilter = new { StackId = Text(stack!, "StackId") };
            lines.Add($"stack {stackFilter.StackId} {Text(stack!, "Name")}");
            lines.AddRange((await server.CallAsync("DescribeLayers", stackFilter))["Layers"]!.AsArray()
                .Select(layer => $"layer {Text(layer!, "LayerId")} {stackFilter.StackId} {Text(layer!, "Shortname")}"));
            lines.AddRange((await server.CallAsync("DescribeInstances", stackFilter))["Instances"]!.AsArray()
                .Select(instance =>
                    $"instance {Text(instance!, "InstanceId")} {stackFilter.StackId} {instance!["LayerIds"]![0]!.GetValue<string>()} {Text(instance!, "Hostname")} {Text(instance!, "Status")}"));
            lines.AddRange((await server.CallAsync("DescribeApps", stackFilter))["Apps"]!.AsArray()
                .Select(app =>
                    $"app {Text(app!, "AppId")} {stackFilter.StackId} {Text(app!, "Shortname")} {app!["Description"]?.GetValue<string>()}"));
        }

        return lines;
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}

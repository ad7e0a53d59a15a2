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
    private readonly List<string> removed = ["no-such-id"];
    private readonly List<string> steps = [];

    public async Task RunAsync(int count)
    {
        for (var n = 0; n < count; n++)
        {
            await StepAsync();
        }

        Assert.Equal(model.Lines().Order(), (await LinesAsync()).Order());
    }

    private Task StepAsync() => random.Next(14) switch
    {
        0 or 1 => MakeAsync("CreateStack", NewStack(Word()), null, id => model.AddStack(id, steps[^1])),
        2 => ChangeAsync("UpdateStack", new { StackId = Of(model.Stacks, out var stack), Name = Remember(Word()) },
            () => model.Rename(stack, steps[^1])),
        3 => ChangeAsync(
            "DeleteStack", new { StackId = Of(model.Stacks, out var stack) }, () => Forget(stack, model.DeleteStack)),
        4 or 5 => LayerAsync(Of(model.Stacks, out _), Word()),
        6 => ChangeAsync(
            "DeleteLayer", new { LayerId = Of(model.Layers, out var layer) }, () => Forget(layer, model.DeleteLayer)),
        7 or 8 => InstanceAsync(Of(model.Stacks, out _), Of(model.Layers, out _), Word()),
        9 => ChangeAsync("StartInstance", new { InstanceId = Of(model.Instances, out var instance) },
            () => model.Start(instance)),
        10 => ChangeAsync("StopInstance", new { InstanceId = Of(model.Instances, out var instance) },
            () => model.Stop(instance)),
        11 => ChangeAsync("DeleteInstance", new { InstanceId = Of(model.Instances, out var instance) },
            () => Forget(instance, model.DeleteInstance)),
        12 => AppAsync(Of(model.Stacks, out _), Word()),
        _ => random.Next(2) == 0
            ? ChangeAsync(
                "UpdateApp",
                new { AppId = Of(model.Apps, out var app), Description = Remember(random.Next(3) == 0 ? "" : Word()) },
                () => model.Describe(app, steps[^1]))
            : ChangeAsync(
                "DeleteApp",
                new { AppId = Of(model.Apps, out var deletedApp) },
                () => Forget(deletedApp, model.DeleteApp)),
    };

    private object NewStack(string name) =>
        new { Name = Remember(name), Region = "local", ServiceRoleArn = "x", DefaultInstanceProfileArn = "x" };

    private Task LayerAsync(string stack, string name) => MakeAsync(
        "CreateLayer", new { StackId = stack, Type = "custom", Name = name, Shortname = name }, model.LayerRefusal(
            stack,
            name),
        id => model.AddLayer(id, stack, name));

    private Task InstanceAsync(string stack, string layer, string name) => MakeAsync(
        "CreateInstance",
        new { StackId = stack, LayerIds = new[] { layer }, InstanceType = "small", Hostname = name },
        model.InstanceRefusal(stack, layer, name),
        id => model.AddInstance(id, stack, layer, name));

    private Task AppAsync(string stack, string name) => MakeAsync(
        "CreateApp", new { StackId = stack, Type = "other", Name = name }, model.AppRefusal(stack, name),
            id => model.AddApp(id, stack, name));

    private async Task MakeAsync(string operation, object request, string? refusal, Action<string> add)
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
        removed.Add(id);
        return delete(id);
    }

    private string Remember(string word)
    {
        steps.Add(word);
        return word;
    }

    private string Word() => Words[random.Next(Words.Length)];

    // Mostly an id that exists; sometimes one that is unknown or deleted.
    private string Of(IReadOnlyCollection<string> ids, out string id) =>
        id = ids.Count == 0 || random.Next(8) == 0
            ? removed[random.Next(removed.Count)]
            : ids.ElementAt(random.Next(ids.Count));

    private async Task<IEnumerable<string>> LinesAsync()
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

using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Client.Parts;

/// <summary>Reads all of a stack that a file can declare. What all stacks have in common is asked once.</summary>
internal sealed class StackReader(ServerCall call)
{
    private IReadOnlyList<JsonObject>? all;
    private IReadOnlyDictionary<string, string>? users;

    /// <summary>
    /// The stack of the name, or of the id where one is given; nothing when there is none of the name.
    /// </summary>
    /// <exception cref="UsageException">Several have the name, or none has the id.</exception>
    public async Task<ActualStack> ReadAsync(string name, string? id, CancellationToken ct)
    {
        all ??= [.. List(await call("DescribeStacks", [], ct), "Stacks")];
        users ??= await UsersAsync(ct);
        var found = all.Where(stack => id is null ? Text(stack, "Name") == name : Text(stack, "StackId") == id)
            .ToList();
        return found switch
        {
            [] when id is not null => throw new UsageException(
                $"there is no stack {id} on the server, which the file names as the Id of {name}"),
            [] => ActualStack.None with { Users = users },
            [var one] => new([.. await PartsAsync(one, ct)]) { Users = users },
            _ => throw new UsageException(
                $"{found.Count} stacks are named {name}: choose one by its id, {string.Join(" or ", found.Select(stack => Text(stack, "StackId")))}"),
        };
    }

    private async Task<IReadOnlyList<ActualPart>> PartsAsync(JsonObject stack, CancellationToken ct)
    {
        var tags = await TagsAsync(stack, ct);
        var layers = new List<ActualPart>();
        foreach (var layer in List(await call("DescribeLayers", OfStack(stack), ct), "Layers"))
        {
            layers.Add(Part(
                PartKind.Layer,
                layer,
                new Dictionary<string, string>()) with
            { Inherited = (JsonObject)tags.DeepClone() });
            layers[^1].Members["Tags"] = await TagsAsync(layer, ct);
        }

        await AddScalingAsync(layers, ct);
        var names = layers.ToDictionary(layer => layer.Id, layer => layer.Key);
        var apps = List(await call("DescribeApps", OfStack(stack), ct), "Apps").Select(
            app => Part(PartKind.App, app, names));
        var instances = List(await call("DescribeInstances", OfStack(stack), ct), "Instances")
            .Select(one => Part(PartKind.Instance, one, names))
            .ToList();
        await AddHoursAsync(instances, ct);
        var permissions = List(await call("DescribePermissions", OfStack(stack), ct), "Permissions")
            .Select(one => Part(PartKind.Permission, one, names))
            .Where(one => !IsUsual(one.Members));
        var whole = Part(PartKind.Stack, stack, names);
        whole.Members["Tags"] = tags;
        return [whole, .. layers, .. apps, .. instances, .. permissions];
    }

    private static ActualPart Part(PartKind kind, JsonObject answer, IReadOnlyDictionary<string, string> layers) =>
        new(kind, Text(answer, kind.Key), Text(
            answer, kind == PartKind.Permission ? kind.Key : kind.Id), PartMembers.OfAnswer(kind, answer, layers))
        {
            Arn = answer["Arn"]?.GetValue<string>(),
            Status = answer["Status"]?.GetValue<string>(),
            IsRegistered = answer["InfrastructureClass"]?.GetValue<string>() == Instance.OnPremises,
        };

    // A permission cannot be deleted, only be made like that of those who have none.
    private static bool IsUsual(JsonObject permission) =>
        permission["Level"]?.GetValue<string>() == "iam_only"
        && permission["AllowSsh"]?.GetValue<bool>() != true
        && permission["AllowSudo"]?.GetValue<bool>() != true;

    private async Task AddScalingAsync(IReadOnlyList<ActualPart> layers, CancellationToken ct)
    {
        foreach (var load in await EachAsync(
            layers, "DescribeLoadBasedAutoScaling", "LayerIds", "LoadBasedAutoScalingConfigurations", ct))
        {
            layers.First(layer => layer.Id == Text(load, "LayerId")).Members["LoadBasedScaling"] =
                new JsonObject(load.Where(pair => pair.Key != "LayerId")
                    .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        }
    }

    private async Task AddHoursAsync(IReadOnlyList<ActualPart> instances, CancellationToken ct)
    {
        var timed = instances.Where(one => one.Members["AutoScalingType"]?.GetValue<string>() == "timer").ToList();
        foreach (var hours in await EachAsync(
            timed, "DescribeTimeBasedAutoScaling", "InstanceIds", "TimeBasedAutoScalingConfigurations", ct))
        {
            timed.First(one => one.Id == Text(hours, "InstanceId")).Members["Hours"] =
                PartMembers.Hours((JsonObject)hours["AutoScalingSchedule"]!);
        }
    }

    private async Task<IReadOnlyList<JsonObject>> EachAsync(
        IReadOnlyList<ActualPart> parts, string operation, string ids, string list, CancellationToken ct) =>
        parts.Count == 0
            ? []
            : [.. List(await call(
                operation,
                new JsonObject { [ids] = new JsonArray([.. parts.Select(part => (JsonNode)part.Id)]) },
                ct), list)];

    private async Task<JsonObject> TagsAsync(JsonObject tagged, CancellationToken ct) =>
        (JsonObject)(await call("ListTags", new JsonObject { ["ResourceArn"] = Text(tagged, "Arn") }, ct))["Tags"]!
            .DeepClone();

    private async Task<IReadOnlyDictionary<string, string>> UsersAsync(CancellationToken ct)
    {
        try
        {
            return List(await call("DescribeUserProfiles", [], ct), "UserProfiles")
                .GroupBy(user => Text(user, "Name"))
                .Where(group => group.Count() == 1)
                .ToDictionary(group => group.Key, group => Text(group.First(), "IamUserArn"));
        }
        catch (ApiException e) when (e.Code == ApiError.DeniedCode)
        {
            return new Dictionary<string, string>();
        }
    }

    private static JsonObject OfStack(JsonObject stack) => new() { ["StackId"] = Text(stack, "StackId") };

    private static IEnumerable<JsonObject> List(JsonObject answer, string member) =>
        ((JsonArray)answer[member]!).Cast<JsonObject>();

    private static string Text(JsonObject one, string member) => one[member]!.GetValue<string>();
}

using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Scaling;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Tags;
using CSharpChef.Stacks.Text;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Client.Parts;

/// <summary>
/// Reads everything of a stack that a file can declare, with calls at the same time. What stacks share is read once.
/// </summary>
internal sealed class StackReader(ServerCall call)
{
    private static readonly ClientJson Json = ClientJson.Default;

    private IReadOnlyList<StackRecord>? stacks;
    private IReadOnlyDictionary<string, string>? users;

    /// <summary>
    /// Finds the stack by its id where one is given, else by its name; without parts when no stack has the name.
    /// </summary>
    /// <exception cref="UsageException">Several stacks have the name, or none has the id.</exception>
    public async Task<ActualStack> ReadAsync(string name, string? id, CancellationToken ct)
    {
        if (stacks is null || users is null)
        {
            var (list, names) = (call.ReadAsync(nameof(DescribeStacks), [], Json.StackList, ct), UsersAsync(ct));
            (stacks, users) = ((await list).Stacks, await names);
        }

        var found = stacks.Where(stack => id is null ? stack.Name == name : stack.StackId == id).ToList();
        return found switch
        {
            [] when id is not null => throw new UsageException(
                $"there is no stack {id} on the server, which the file names as the Id of {name}"),
            [] => ActualStack.None with { Users = users },
            [var onlyStack] => new([.. await PartsAsync(onlyStack, ct)]) { Users = users },
            _ => throw new UsageException(
                $"{found.Count} stacks are named {name}: choose one by its id, {string.Join(" or ", found.Select(stack => stack.StackId))}"),
        };
    }

    private async Task<IReadOnlyList<ActualPart>> PartsAsync(StackRecord stack, CancellationToken ct)
    {
        var tags = TagsAsync(stack.Arn, ct);
        var layerRecords = call.ReadAsync(nameof(DescribeLayers), In(stack), Json.LayerList, ct);
        var apps = call.ReadAsync(nameof(DescribeApps), In(stack), Json.AppList, ct);
        var instances = call.ReadAsync(nameof(DescribeInstances), In(stack), Json.InstanceList, ct);
        var permissions = PermissionsAsync(stack, ct);
        await Task.WhenAll(tags, layerRecords, apps, instances, permissions);

        var layers = await LayersAsync((await layerRecords).Layers, await tags, ct);
        var names = layers.ToDictionary(layer => layer.Id, layer => layer.Key);
        return
        [
            ActualPart.Of(stack, await tags),
            .. layers,
            .. (await apps).Apps.Select(app => ActualPart.Of(app, names)),
            .. await InstancesAsync((await instances).Instances, names, ct),
            .. await permissions,
        ];
    }

    private async Task<IReadOnlyList<ActualPart>> LayersAsync(
        IReadOnlyList<LayerRecord> records, JsonObject inherited, CancellationToken ct)
    {
        var tags = await Task.WhenAll(records.Select(record => TagsAsync(record.Arn, ct)));
        var layers = records.Zip(tags, (record, own) => ActualPart.Of(record, inherited, own)).ToList();
        var loads = (await LoadsAsync(layers, ct)).ToDictionary(load => load.LayerId!);
        return [.. layers.Select(layer => layer.With(loads.GetValueOrDefault(layer.Id)))];
    }

    private async Task<IReadOnlyList<LoadScalingRecord>> LoadsAsync(
        IReadOnlyList<ActualPart> layers, CancellationToken ct) => layers.Count == 0 ? [] : (await call.ReadAsync(
            nameof(DescribeLoadBasedAutoScaling),
            Ids(nameof(DescribeLoadBasedAutoScaling.Request.LayerIds), layers),
            Json.LoadScalingList,
            ct)).LoadBasedAutoScalingConfigurations;

    private async Task<IReadOnlyList<ActualPart>> InstancesAsync(
        IReadOnlyList<InstanceRecord> records, IReadOnlyDictionary<string, string> names, CancellationToken ct)
    {
        var instances = records.Select(record => ActualPart.Of(record, names)).ToList();
        var timer = EnumNames.Of(AutoScalingType.Timer);
        var timed = instances.Where((_, index) => records[index].AutoScalingType == timer).ToList();
        foreach (var hours in await HoursAsync(timed, ct))
        {
            var instance = timed.Single(instance => instance.Id == hours.InstanceId);
            instance.Members[PartMembers.Hours] =
                PartMembers.HoursOf(hours);
        }

        return instances;
    }

    private async Task<IReadOnlyList<TimeScalingRecord>> HoursAsync(
        IReadOnlyList<ActualPart> instances, CancellationToken ct) => instances.Count == 0 ? [] : (await call.ReadAsync(
            nameof(DescribeTimeBasedAutoScaling),
            Ids(nameof(DescribeTimeBasedAutoScaling.Request.InstanceIds), instances),
            Json.TimeScalingList,
            ct)).TimeBasedAutoScalingConfigurations;

    // A permission cannot be deleted, only be set to that of users who have none.
    private async Task<IEnumerable<ActualPart>> PermissionsAsync(StackRecord stack, CancellationToken ct) =>
        (await call.ReadAsync(nameof(DescribePermissions), In(stack), Json.PermissionList, ct)).Permissions
            .Where(permission => permission.Level != EnumNames.Of(PermissionLevel.IamOnly)
                || PartMembers.IsTrue(permission.AllowSsh) || PartMembers.IsTrue(permission.AllowSudo))
            .Select(ActualPart.Of);

    private async Task<JsonObject> TagsAsync(string arn, CancellationToken ct)
    {
        var answer = await call.ReadAsync(
            nameof(ListTags), new() { [nameof(ListTags.Request.ResourceArn)] = arn }, Json.TagMap, ct);
        return new(answer.Tags.Select(tag => KeyValuePair.Create<string, JsonNode?>(tag.Key, tag.Value)));
    }

    private async Task<IReadOnlyDictionary<string, string>> UsersAsync(CancellationToken ct)
    {
        try
        {
            return (await call.ReadAsync(nameof(DescribeUserProfiles), [], Json.UserList, ct)).UserProfiles
                .GroupBy(user => user.Name)
                .Where(group => group.Count() == 1)
                .ToDictionary(group => group.Key, group => group.Single().IamUserArn);
        }
        catch (ApiException e) when (e.Code == ApiError.DeniedCode)
        {
            return new Dictionary<string, string>();
        }
    }

    private static JsonObject In(StackRecord stack) => new() { [nameof(StackRecord.StackId)] = stack.StackId };

    private static JsonObject Ids(string member, IEnumerable<ActualPart> parts) =>
        new() { [member] = new JsonArray([.. parts.Select(part => (JsonNode)part.Id)]) };
}

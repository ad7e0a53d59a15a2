using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Differences;
using CSharpChef.Client.Parts;
using CSharpChef.Client.Records;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Scaling;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Tags;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Client.Apply;

/// <summary>Makes the changes of a difference on the server, one after the other.</summary>
internal sealed class StackChanges(ServerCall call, ActualStack actual)
{
    private readonly Dictionary<string, string> layers = actual.Of(PartKind.Layer)
        .ToDictionary(layer => layer.Key, layer => layer.Id);
    private string? stack = actual.Stack?.Id;

    /// <exception cref="RecipeException">A secret that must be sent is missing; nothing was changed.</exception>
    /// <exception cref="ApplyException">The server refused a change; those before it are made.</exception>
    public async Task ApplyAsync(IReadOnlyList<PartChange> changes, Action<PartChange> report, CancellationToken ct)
    {
        var secrets = Read(changes);
        for (var i = 0; i < changes.Count; i++)
        {
            try
            {
                await DoAsync(changes[i], secrets[i], ct);
            }
            catch (ChefException e)
            {
                throw new ApplyException(changes[i], [.. changes.Take(i)], [.. changes.Skip(i + 1)], e);
            }

            report(changes[i]);
        }
    }

    private static List<Dictionary<string, string>> Read(IReadOnlyList<PartChange> changes)
    {
        var missing = new List<string>();
        var secrets = changes
            .Select(change => change.Secrets.ToDictionary(secret => secret.Key, secret => Read(secret.Value)))
            .ToList();
        return missing.Count == 0 ? secrets : throw new RecipeException(string.Join('\n', missing.Distinct()));

        string Read(SecretText secret)
        {
            try
            {
                return secret.Read();
            }
            catch (RecipeException e)
            {
                missing.Add(e.Message);
                return "";
            }
        }
    }

    private async Task DoAsync(PartChange change, IReadOnlyDictionary<string, string> secrets, CancellationToken ct)
    {
        var members = Filled(change.Wanted, secrets);
        switch (change)
        {
            case { Kind: var kind } when kind == PartKind.Permission:
                await SetPermissionAsync(change, members, ct);
                break;
            case { Action: PartAction.Remove, Actual: { } removed }:
                await call(change.Kind.Delete, Id(change.Kind, removed.Id), ct);
                break;
            case { Actual: { } there }:
                await UpdateAsync(change, there, members, ct);
                break;
            default:
                await CreateAsync(change, members, ct);
                break;
        }
    }

    private async Task CreateAsync(PartChange change, JsonObject wanted, CancellationToken ct)
    {
        var kind = change.Kind;
        var request = PartRequest.Of(wanted, LayerId);
        request[kind.Key] = change.Key;
        if (kind != PartKind.Stack)
        {
            request[PartKind.Stack.Id] = stack;
        }

        var id = (await call(kind.Create, request, ct))[kind.Id]!.GetValue<string>();
        if (kind == PartKind.Stack)
        {
            stack = id;
        }
        else if (kind == PartKind.Layer)
        {
            layers[change.Key] = id;
        }

        await AfterAsync(kind, id, null, wanted, ct);
    }

    private async Task UpdateAsync(PartChange change, ActualPart there, JsonObject wanted, CancellationToken ct)
    {
        var request = PartRequest.Of(wanted, LayerId);
        if (request.Count > 0)
        {
            request[change.Kind.Id] = there.Id;
            await call(change.Kind.Update, request, ct);
        }

        await UntagAsync(change, there, wanted, ct);
        await AfterAsync(change.Kind, there.Id, there.Arn, wanted, ct);
    }

    private async Task UntagAsync(PartChange change, ActualPart there, JsonObject wanted, CancellationToken ct)
    {
        var removed = change.Members.Where(member => member is { Member: PartMembers.Tags, After: null })
            .Select(member => member.Path[$"{PartMembers.Tags}.".Length..])
            .ToList();
        if (removed.Count == 0)
        {
            return;
        }

        await call(
            nameof(UntagResource),
            new()
            {
                [nameof(UntagResource.Request.ResourceArn)] = there.Arn,
                [nameof(UntagResource.Request.TagKeys)] = new JsonArray([.. removed.Select(key => (JsonNode)key)]),
            },
            ct);
        removed.ForEach(key => ((JsonObject)wanted[PartMembers.Tags]!).Remove(key));
    }

    // Tags, scaling and hours have operations of their own.
    private async Task AfterAsync(PartKind kind, string id, string? arn, JsonObject wanted, CancellationToken ct)
    {
        if (wanted[PartMembers.Tags] is JsonObject { Count: > 0 } tags)
        {
            await call(
                nameof(TagResource),
                new()
                {
                    [nameof(TagResource.Request.ResourceArn)] = arn ?? await ArnAsync(kind, id, ct),
                    [nameof(TagResource.Request.Tags)] = tags.DeepClone(),
                },
                ct);
        }

        if (wanted[PartMembers.LoadBasedScaling] is JsonObject load)
        {
            var request = (JsonObject)load.DeepClone();
            request[nameof(SetLoadBasedAutoScaling.Request.LayerId)] = id;
            await call(nameof(SetLoadBasedAutoScaling), request, ct);
        }

        if (wanted[PartMembers.Hours] is JsonObject hours)
        {
            await call(
                nameof(SetTimeBasedAutoScaling),
                new()
                {
                    [nameof(SetTimeBasedAutoScaling.Request.InstanceId)] = id,
                    [nameof(SetTimeBasedAutoScaling.Request.AutoScalingSchedule)] = PartRequest.Schedule(hours),
                },
                ct);
        }
    }

    private async Task<string> ArnAsync(PartKind kind, string id, CancellationToken ct)
    {
        if (kind == PartKind.Stack)
        {
            var request = new JsonObject { [nameof(DescribeStacks.Request.StackIds)] = new JsonArray(id) };
            return (await call.ReadAsync(nameof(DescribeStacks), request, ClientJson.Default.StackList, ct))
                .Stacks.Single().Arn;
        }

        var layer = new JsonObject { [nameof(DescribeLayers.Request.LayerIds)] = new JsonArray(id) };
        return (await call.ReadAsync(nameof(DescribeLayers), layer, ClientJson.Default.LayerList, ct))
            .Layers.Single().Arn;
    }

    private async Task SetPermissionAsync(PartChange change, JsonObject wanted, CancellationToken ct)
    {
        var request = change.Action == PartAction.Remove ? Defaults.Permission : wanted;
        request[PartKind.Stack.Id] = stack;
        request[change.Kind.Key] = change.Key;
        await call(nameof(SetPermission), request, ct);
    }

    private static JsonObject Filled(JsonObject wanted, IReadOnlyDictionary<string, string> secrets)
    {
        var filled = (JsonObject)wanted.DeepClone();
        foreach (var (path, text) in secrets)
        {
            var (member, name) = path.Split('.', 2) is [var first, var rest] ? (first, rest) : (path, path);
            filled[member]![name] = member == nameof(AppRecord.Environment)
                ? new JsonObject { [PartRequest.Secret] = text }
                : text;
        }

        return filled;
    }

    private string LayerId(string shortname) =>
        layers.TryGetValue(shortname, out var id) ? id : throw new RecipeException($"there is no layer {shortname}");

    private static JsonObject Id(PartKind kind, string id) => new() { [kind.Id] = id };
}

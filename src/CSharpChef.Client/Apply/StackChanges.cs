using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Differences;
using CSharpChef.Client.Parts;

namespace CSharpChef.Client.Apply;

/// <summary>Does on the server what a difference says, one thing after the other.</summary>
internal sealed class StackChanges(ServerCall call, ActualStack actual)
{
    private readonly Dictionary<string, string> layers = actual.Of(PartKind.Layer)
        .ToDictionary(layer => layer.Key, layer => layer.Id);
    private string? stack = actual.Stack?.Id;

    /// <exception cref="RecipeException">A secret that must be sent is not there; nothing was done.</exception>
    /// <exception cref="ApplyException">The server refused a change; those before it are done.</exception>
    public async Task ApplyAsync(IReadOnlyList<PartChange> changes, Action<PartChange> tell, CancellationToken ct)
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

            tell(changes[i]);
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
        var wanted = Filled(change.Wanted, secrets);
        switch (change)
        {
            case { Kind: var kind } when kind == PartKind.Permission:
                await SetPermissionAsync(change, wanted, ct);
                break;
            case { Action: PartAction.Remove, Actual: { } gone }:
                await call(change.Kind.Delete, Id(change.Kind, gone.Id), ct);
                break;
            case { Actual: { } there }:
                await UpdateAsync(change, there, wanted, ct);
                break;
            default:
                await CreateAsync(change, wanted, ct);
                break;
        }
    }

    private async Task CreateAsync(PartChange change, JsonObject wanted, CancellationToken ct)
    {
        var kind = change.Kind;
        var request = PartMembers.OfRequest(wanted, LayerId);
        request[kind.Key] = change.Key;
        if (kind != PartKind.Stack)
        {
            request["StackId"] = stack;
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
        var request = PartMembers.OfRequest(wanted, LayerId);
        if (request.Count > 0)
        {
            request[change.Kind.Id] = there.Id;
            await call(change.Kind.Update, request, ct);
        }

        var gone = change.Members.Where(one => one is { Member: "Tags", After: null })
            .Select(one => (JsonNode)one.Path["Tags.".Length..])
            .ToArray();
        if (gone.Length > 0)
        {
            await call(
                "UntagResource", new JsonObject { ["ResourceArn"] = there.Arn, ["TagKeys"] = new JsonArray(gone) }, ct);
            gone.ToList().ForEach(key => (wanted["Tags"] as JsonObject)!.Remove(key.GetValue<string>()));
        }

        await AfterAsync(change.Kind, there.Id, there.Arn, wanted, ct);
    }

    // What has operations of its own.
    private async Task AfterAsync(PartKind kind, string id, string? arn, JsonObject wanted, CancellationToken ct)
    {
        if (wanted["Tags"] is JsonObject { Count: > 0 } tags)
        {
            await call(
                "TagResource",
                new JsonObject { ["ResourceArn"] = arn ?? await ArnAsync(kind, id, ct), ["Tags"] = tags.DeepClone() },
                ct);
        }

        if (wanted["LoadBasedScaling"] is JsonObject load)
        {
            var request = (JsonObject)load.DeepClone();
            request["LayerId"] = id;
            await call("SetLoadBasedAutoScaling", request, ct);
        }

        if (wanted["Hours"] is JsonObject hours)
        {
            await call(
                "SetTimeBasedAutoScaling",
                new JsonObject { ["InstanceId"] = id, ["AutoScalingSchedule"] = PartMembers.Schedule(hours) },
                ct);
        }
    }

    private async Task<string> ArnAsync(PartKind kind, string id, CancellationToken ct)
    {
        var answer = await call($"Describe{kind.Noun}s", new JsonObject { [$"{kind.Id}s"] = new JsonArray(id) }, ct);
        return answer[$"{kind.Noun}s"]![0]!["Arn"]!.GetValue<string>();
    }

    private async Task SetPermissionAsync(PartChange change, JsonObject wanted, CancellationToken ct)
    {
        var request = change.Action == PartAction.Remove ? UsualMembers.Permission : wanted;
        request["StackId"] = stack;
        request["IamUserArn"] = change.Key;
        await call("SetPermission", request, ct);
    }

    private static JsonObject Filled(JsonObject wanted, IReadOnlyDictionary<string, string> secrets)
    {
        var filled = (JsonObject)wanted.DeepClone();
        foreach (var (path, text) in secrets)
        {
            var (member, name) = path.Split('.', 2) is [var first, var rest] ? (first, rest) : (path, path);
            filled[member]![name] = member == "Environment" ? new JsonObject { ["Secret"] = text } : text;
        }

        return filled;
    }

    private string LayerId(string shortname) =>
        layers.TryGetValue(shortname, out var id) ? id : throw new RecipeException($"there is no layer {shortname}");

    private static JsonObject Id(PartKind kind, string id) => new() { [kind.Id] = id };
}

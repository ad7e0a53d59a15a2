using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Activity;

/// <summary>
/// The change of one object. Before and After have the members that differ, as JSON with secrets filtered.
/// </summary>
internal sealed record ActivityChange
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>The members before the change; null for a new object.</summary>
    public string? Before { get; init; }

    /// <summary>The members after the change; null for a removed object.</summary>
    public string? After { get; init; }

    /// <summary>
    /// What is unusual about the stored values, such as a name that means something else on machines.
    /// </summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    public static ActivityChange Of(DocumentChange change)
    {
        var before = Json(change.Before);
        var after = Json(change.After);
        if (before is not null && after is not null)
        {
            RemoveEqual(before, after);
        }

        return new()
        {
            Kind = change.Kind,
            Id = change.Document.Id,
            Before = before?.ToJsonString(ApiJson.Options),
            After = after?.ToJsonString(ApiJson.Options),
            Warnings = change.Warnings.Count == 0 ? null : change.Warnings,
        };
    }

    private static void RemoveEqual(JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(member => member.Key)
            .Where(name => JsonNode.DeepEquals(before[name], after[name]))
            .ToList())
        {
            before.Remove(name);
            after.Remove(name);
        }
    }

    private static JsonObject? Json(IDocument? document) => document is null
        ? null
        : JsonSerializer.SerializeToNode(document, document.GetType(), ApiJson.LogOptions)!.AsObject();
}

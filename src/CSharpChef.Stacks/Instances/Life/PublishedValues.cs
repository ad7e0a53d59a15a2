using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Instances.Life;

/// <summary>What recipes on an instance have published since it came online.</summary>
internal sealed record PublishedValues : IDocument
{
    public static string Kind => "published";

    public static string Noun => "published values";

    [JsonIgnore]
    public int Version { get; set; }

    public required string InstanceId { get; init; }

    public required string StackId { get; init; }

    [Hidden]
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public string Id => InstanceId;

    public string? OwnerStack => StackId;

    /// <summary>Adds values to those of an instance; one that it has already is replaced.</summary>
    public static async Task AddAsync(
        StoreSession session, Instance instance, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        if (await session.FindAsync<PublishedValues>(instance.InstanceId) is { } before)
        {
            var merged = before.Values.Concat(values).GroupBy(pair => pair.Key)
                .ToDictionary(group => group.Key, group => group.Last().Value);
            await session.SaveAsync(before, before with { Values = merged });
            return;
        }

        await session.AddAsync(new PublishedValues
        {
            InstanceId = instance.InstanceId,
            StackId = instance.StackId,
            Values = values,
        });
    }

    /// <summary>Removes the values of an instance.</summary>
    public static async Task RemoveAsync(StoreSession session, string instance)
    {
        if (await session.FindAsync<PublishedValues>(instance) is { } published)
        {
            await session.RemoveAsync(published);
        }
    }
}

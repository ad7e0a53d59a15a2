using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Layers;

/// <summary>Moves secret attributes of a layer to members that are not shown.</summary>
internal static class SecretAttributes
{
    private static readonly string[] Keys = ["HaproxyStatsPassword", "MysqlRootPassword", "GangliaPassword"];

    public static Layer Hide(Layer layer)
    {
        var attributes = (layer.Attributes ?? new Dictionary<string, string>()).ToDictionary();
        var secrets = new Dictionary<string, Secret>();
        foreach (var key in Keys.Where(attributes.ContainsKey))
        {
            secrets[key] = Secret.Merge(Secret.New(attributes[key]), layer.SecretAttributes.GetValueOrDefault(key))
                ?? throw ApiError.Invalid($"Attributes.{key}", "is the filtered text, but no value is stored");
            attributes[key] = Secret.Filtered;
        }

        return layer with { Attributes = attributes, SecretAttributes = secrets };
    }
}

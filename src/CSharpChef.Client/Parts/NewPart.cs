using System.Text.Json.Nodes;

namespace CSharpChef.Client.Parts;

/// <summary>What a new thing must have and a file need not say.</summary>
internal static class NewPart
{
    public const string Role = "arn:aws:iam::000000000000:role/csharpchef";
    public const string Profile = "arn:aws:iam::000000000000:instance-profile/csharpchef";

    public static JsonObject Members(DeclaredPart part)
    {
        var members = (JsonObject)part.Members.DeepClone();
        foreach (var (name, value) in Defaults(part.Kind, part.Key))
        {
            members.TryAdd(name, value);
        }

        return members;
    }

    public static IEnumerable<KeyValuePair<string, string>> Defaults(PartKind kind, string key) => kind.Noun switch
    {
        "Stack" =>
            Pairs(("Name", key), ("Region", "local"), ("ServiceRoleArn", Role), ("DefaultInstanceProfileArn", Profile)),
        "Layer" => Pairs(("Name", key), ("Type", "custom")),
        "App" => Pairs(("Name", key), ("Type", "other")),
        "Instance" => Pairs(("InstanceType", "small")),
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, string>> Pairs(params (string Name, string Value)[] pairs) =>
        pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value));
}

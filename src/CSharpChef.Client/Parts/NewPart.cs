using System.Text.Json.Nodes;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Parts;

/// <summary>Members that the server requires of a new part and that a file may leave out.</summary>
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

    public static IReadOnlyList<(string Name, string Value)> Defaults(PartKind kind, string key) =>
        kind == PartKind.Stack ?
        [
            (nameof(StackRecord.Name), key),
            (nameof(StackRecord.Region), "local"),
            (nameof(StackRecord.ServiceRoleArn), Role),
            (nameof(StackRecord.DefaultInstanceProfileArn), Profile),
        ]
        : kind == PartKind.Layer ? [(nameof(LayerRecord.Name), key), (nameof(LayerRecord.Type), "custom")]
        : kind == PartKind.App ? [(nameof(AppRecord.Name), key), (nameof(AppRecord.Type), "other")]
        : kind == PartKind.Instance ? [(nameof(InstanceRecord.InstanceType), "small")]
        : [];
}

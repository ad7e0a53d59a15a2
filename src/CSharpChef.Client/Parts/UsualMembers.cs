using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Client.Parts;

/// <summary>What things have when nobody says anything of them, and an export leaves out.</summary>
internal static class UsualMembers
{
    private static readonly Dictionary<string, string> NoLayers = [];

    /// <summary>Of those who were given none.</summary>
    public static JsonObject Permission =>
        new() { ["Level"] = "iam_only", ["AllowSsh"] = false, ["AllowSudo"] = false };

    public static JsonObject Of(ActualPart part, JsonObject stack)
    {
        object defaults = part.Kind.Noun switch
        {
            "Stack" => Stack.Defaults,
            "Layer" => Layer.Defaults,
            "App" => App.Defaults,
            "Instance" => Instance.Defaults,
            _ => Permission,
        };
        var members = PartMembers.OfAnswer(
            part.Kind,
            (JsonObject)JsonSerializer.SerializeToNode(defaults, defaults.GetType(), ApiJson.Options)!,
            NoLayers);
        members.Remove("Layers");
        foreach (var (name, value) in NewPart.Defaults(part.Kind, part.Key))
        {
            members[name] = value;
        }

        // What the words for them say too.
        Imply(part, members, "CustomCookbooksSource", "UseCustomCookbooks");
        Imply(part, members, "SslConfiguration", "EnableSsl");
        if (part.Kind == PartKind.Instance)
        {
            OfStack(members, stack);
        }

        if (part.Kind == PartKind.Layer)
        {
            members["LoadBasedScaling"] =
                JsonSerializer.SerializeToNode(LoadScaling.Off, ApiJson.Options);
        }

        return members;
    }

    private static void Imply(ActualPart part, JsonObject members, string given, string implied)
    {
        if (part.Members[given] is not null)
        {
            members[implied] = true;
        }
    }

    private static void OfStack(JsonObject members, JsonObject stack)
    {
        (string Own, string Stack)[] labels =
        [
            ("Os", "DefaultOs"), ("SshKeyName", "DefaultSshKeyName"), ("AvailabilityZone", "DefaultAvailabilityZone"),
            ("SubnetId", "DefaultSubnetId"), ("RootDeviceType", "DefaultRootDeviceType"),
        ];
        Array.ForEach(labels, label => members[label.Own] = stack[label.Stack]?.DeepClone());
        members["Tenancy"] = "default";
    }
}

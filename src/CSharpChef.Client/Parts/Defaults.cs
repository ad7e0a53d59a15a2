using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Client.Parts;

/// <summary>The members of a part whose declaration sets none; an export leaves them out.</summary>
internal static class Defaults
{
    /// <summary>The permission of users for whom none was set.</summary>
    public static JsonObject Permission => new()
    {
        [nameof(PermissionRecord.Level)] = EnumNames.Of(PermissionLevel.IamOnly),
        [nameof(PermissionRecord.AllowSsh)] = false,
        [nameof(PermissionRecord.AllowSudo)] = false,
    };

    public static JsonObject Of(ActualPart part, JsonObject stack)
    {
        var members = PartMembers.Settings(part.Kind, OfServer(part.Kind));
        foreach (var (name, value) in NewPart.Defaults(part.Kind, part.Key))
        {
            members[name] = value;
        }

        // The words for them set these too.
        Imply(part, members, nameof(StackRecord.CustomCookbooksSource), nameof(StackRecord.UseCustomCookbooks));
        Imply(part, members, nameof(AppRecord.SslConfiguration), nameof(AppRecord.EnableSsl));
        if (part.Kind == PartKind.Instance)
        {
            SetOfStack(members, stack);
        }

        if (part.Kind == PartKind.Layer)
        {
            members[PartMembers.LoadBasedScaling] = JsonSerializer.SerializeToNode(LoadScaling.Off, ApiJson.Options);
        }

        return members;
    }

    private static JsonObject OfServer(PartKind kind)
    {
        object defaults = kind == PartKind.Stack ? Stack.Defaults
            : kind == PartKind.Layer ? Layer.Defaults
            : kind == PartKind.App ? App.Defaults
            : kind == PartKind.Instance ? Instance.Defaults
            : Permission;
        return (JsonObject)JsonSerializer.SerializeToNode(defaults, defaults.GetType(), ApiJson.Options)!;
    }

    private static void Imply(ActualPart part, JsonObject members, string set, string implied)
    {
        if (part.Members[set] is not null)
        {
            members[implied] = true;
        }
    }

    private static void SetOfStack(JsonObject members, JsonObject stack)
    {
        (string Own, string Stack)[] labels =
        [
            (nameof(InstanceRecord.Os), nameof(StackRecord.DefaultOs)),
            (nameof(InstanceRecord.SshKeyName), nameof(StackRecord.DefaultSshKeyName)),
            (nameof(InstanceRecord.AvailabilityZone), nameof(StackRecord.DefaultAvailabilityZone)),
            (nameof(InstanceRecord.SubnetId), nameof(StackRecord.DefaultSubnetId)),
            (nameof(InstanceRecord.RootDeviceType), nameof(StackRecord.DefaultRootDeviceType)),
        ];
        Array.ForEach(labels, label => members[label.Own] = stack[label.Stack]?.DeepClone());
        members[nameof(InstanceRecord.Tenancy)] = "default";
    }
}

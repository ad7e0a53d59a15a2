using System.Text.Json.Nodes;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Client.Parts;

/// <summary>
/// A part of a stack as the server has it, with its members in the form in which a file declares them.
/// </summary>
internal sealed record ActualPart(PartKind Kind, string Key, string Id, JsonObject Members)
{
    private static readonly IReadOnlyList<string> Inactive =
        [.. InstanceStatusGroups.Inactive.Select(EnumNames.Of)];

    public string? Arn { get; init; }

    /// <summary>The status of an instance.</summary>
    public string? Status { get; init; }

    /// <summary>True for a machine that existed before, which is registered instead of created.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Tags of the stack that its layers show too.</summary>
    public JsonObject Inherited { get; init; } = [];

    /// <summary>Members that are unknown to this version.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    public bool CanChange => Kind != PartKind.Instance || (!IsRegistered && Inactive.Contains(Status));

    public string Label => Kind.Label(Key);

    public ActualPart With(LoadScalingRecord? load) => load is null ? this : this with
    {
        Members = Members.With(PartMembers.LoadBasedScaling, PartMembers.Of(load)),
        Unknown = [.. Unknown, .. UnknownMembers.Of(load).Select(name => $"{PartMembers.LoadBasedScaling}.{name}")],
    };

    public static ActualPart Of(StackRecord stack, JsonObject tags) =>
        new(PartKind.Stack, stack.Name, stack.StackId, PartMembers.Of(stack).With(PartMembers.Tags, tags))
        {
            Arn = stack.Arn,
            Unknown = UnknownMembers.Of(stack),
        };

    public static ActualPart Of(LayerRecord layer, JsonObject inherited, JsonObject tags) =>
        new(PartKind.Layer, layer.Shortname, layer.LayerId, PartMembers.Of(layer).With(PartMembers.Tags, tags))
        {
            Arn = layer.Arn,
            Inherited = inherited,
            Unknown = UnknownMembers.Of(layer),
        };

    public static ActualPart Of(AppRecord app, IReadOnlyDictionary<string, string> layers) =>
        new(PartKind.App, app.Shortname, app.AppId, PartMembers.Of(app, layers)) { Unknown = UnknownMembers.Of(app) };

    public static ActualPart Of(InstanceRecord instance, IReadOnlyDictionary<string, string> layers) =>
        new(PartKind.Instance, instance.Hostname, instance.InstanceId, PartMembers.Of(instance, layers))
        {
            Arn = instance.Arn,
            Status = instance.Status,
            IsRegistered = instance.InfrastructureClass == Instance.OnPremises,
            Unknown = UnknownMembers.Of(instance),
        };

    public static ActualPart Of(PermissionRecord permission) =>
        new(PartKind.Permission, permission.IamUserArn, permission.IamUserArn, PartMembers.Of(permission))
        {
            Unknown = UnknownMembers.Of(permission),
        };
}

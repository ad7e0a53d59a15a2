using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Export;

/// <summary>The statements that declare one part, each without its object.</summary>
internal sealed class PartScript(ActualPart part, JsonObject defaults)
{
    private static readonly HashSet<string> Properties =
    [
        nameof(StackRecord.Region), nameof(StackRecord.DefaultOs), nameof(StackRecord.HostnameTheme),
        nameof(StackRecord.CustomJson),
        nameof(LayerRecord.Name), nameof(LayerRecord.Type), nameof(LayerRecord.EnableAutoHealing),
        nameof(LayerRecord.InstallUpdatesOnBoot),
        nameof(AppRecord.Description), nameof(AppRecord.EnableSsl),
        nameof(InstanceRecord.Os), nameof(InstanceRecord.AmiId), nameof(InstanceRecord.SshKeyName),
        nameof(InstanceRecord.Architecture), nameof(InstanceRecord.AutoScalingType),
        nameof(InstanceRecord.RootDeviceType), nameof(InstanceRecord.AvailabilityZone),
        nameof(PermissionRecord.Level), nameof(PermissionRecord.AllowSsh), nameof(PermissionRecord.AllowSudo),
    ];

    private readonly SourceScript source = new(part.Key);

    public IReadOnlyList<string> Lines() => [.. part.Members
        .Where(member => member.Value is not null and not JsonArray { Count: 0 } and not JsonObject { Count: 0 })
        .Where(member => !JsonNode.DeepEquals(member.Value, defaults[member.Key]))
        .SelectMany(member => Of(member.Key, member.Value!))];

    private IEnumerable<string> Of(string member, JsonNode value) => member switch
    {
        PartMembers.Layers or nameof(LayerRecord.Packages) or nameof(AppRecord.Domains) =>
            [$"{member}({CSharpText.List(value)})"],
        nameof(LayerRecord.CustomRecipes) => Recipes((JsonObject)value),
        PartMembers.Tags => Map(member, (JsonObject)value),
        nameof(StackRecord.Attributes) when part.Kind == PartKind.Stack => Color((JsonObject)value),
        nameof(LayerRecord.Attributes) or nameof(AppRecord.Environment) => Map(member, (JsonObject)value),
        nameof(StackRecord.CustomCookbooksSource) =>
            [$"Cookbooks = {source.Of(value.Deserialize(ClientJson.Default.SourceRecord)!)}"],
        nameof(AppRecord.AppSource) =>
            [$"Source = {source.Of(value.Deserialize(ClientJson.Default.SourceRecord)!)}"],
        nameof(LayerRecord.VolumeConfigurations) when VolumeScript.Of(value) is { } volumes => volumes,
        nameof(InstanceRecord.AutoScalingType) when HasHours() => [],
        nameof(AppRecord.SslConfiguration) =>
            source.Certificate(value.Deserialize(ClientJson.Default.CertificateRecord)!),
        PartMembers.Hours => ScalingScript.Hours((JsonObject)value),
        PartMembers.LoadBasedScaling => ScalingScript.Load((JsonObject)value, (JsonObject)defaults[member]!),
        nameof(LayerRecord.LifecycleEventConfiguration) when
            value.Deserialize(ClientJson.Default.LifecycleRecord)?.Shutdown is
            { DelayUntilElbConnectionsDrained: { } isDelayed, ExecutionTimeout: { } seconds }
            && PartMembers.IsTrue(isDelayed) =>
            [$"ShutdownTimeout = TimeSpan.FromSeconds({seconds})"],
        nameof(InstanceRecord.InstanceType) => [$"Type = {CSharpText.Of(value)}"],
        nameof(StackRecord.DefaultSshKeyName) or nameof(StackRecord.DefaultRootDeviceType)
            or nameof(StackRecord.DefaultAvailabilityZone) =>
            [$"{member["Default".Length..]} = {CSharpText.Of(value)}"],
        _ when Properties.Contains(member) => [$"{member} = {CSharpText.Of(value)}"],
        _ => [$"Set({CSharpText.Of(member)}, {CSharpText.Of(value)})"],
    };

    private bool HasHours() =>
        part.Members[PartMembers.Hours] is JsonObject hours && ScalingScript.Hours(hours).Any();

    private static IEnumerable<string> Color(JsonObject attributes) =>
        [$"{nameof(StackDeclaration.Color)} = {CSharpText.Of(attributes[nameof(StackDeclaration.Color)]!)}"];

    private IEnumerable<string> Map(string member, JsonObject map) =>
        from pair in map
        where !JsonNode.DeepEquals(pair.Value, member == PartMembers.Tags ? part.Inherited[pair.Key] : null)
        let key = CSharpText.Of(pair.Key)
        let secret = member == nameof(AppRecord.Environment)
            ? nameof(AppDeclaration.SecureEnvironment)
            : nameof(LayerDeclaration.SecretAttributes)
        select PartMembers.IsSecret(pair.Value)
            ? $"{secret}[{key}] = {CSharpText.Secret(part.Key, pair.Key)}"
            : $"{member}[{key}] = {CSharpText.Of(pair.Value!)}";

    private static IEnumerable<string> Recipes(JsonObject events) =>
        events.Where(list => list.Value is JsonArray { Count: > 0 })
            .Select(list => $"{list.Key}({CSharpText.List(list.Value)})");
}

using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;

namespace CSharpChef.Client.Export;

/// <summary>The statements that declare one thing, each without its object.</summary>
internal sealed class PartScript(ActualPart part, JsonObject usual)
{
    private static readonly HashSet<string> Properties =
    [
        "Region", "DefaultOs", "HostnameTheme", "Name", "Type", "EnableAutoHealing", "InstallUpdatesOnBoot", "Description", "EnableSsl", "CustomJson",
        "Os", "AmiId", "SshKeyName", "Architecture", "AutoScalingType", "RootDeviceType", "AvailabilityZone", "Level", "AllowSsh", "AllowSudo",
    ];

    public IReadOnlyList<string> Lines() => [.. part.Members
        .Where(member => member.Value is not null and not JsonArray { Count: 0 } and not JsonObject { Count: 0 })
        .Where(member => !JsonNode.DeepEquals(member.Value, usual[member.Key]))
        .SelectMany(member => Of(member.Key, member.Value!))];

    private IEnumerable<string> Of(string member, JsonNode value) => member switch
    {
        "Layers" or "Packages" or "Domains" => [$"{member}({CSharpText.List(value)})"],
        "CustomRecipes" => Recipes((JsonObject)value),
        "Tags" => Map(member, (JsonObject)value),
        "Attributes" when part.Kind == PartKind.Stack => [$"Color = {CSharpText.Of(value["Color"]!)}"],
        "Attributes" or "Environment" => Map(member, (JsonObject)value),
        "CustomCookbooksSource" => [$"Cookbooks = {Source(value)}"],
        "AppSource" => [$"Source = {Source(value)}"],
        "VolumeConfigurations" when Volumes((JsonArray)value) is { } volumes => volumes,
        "AutoScalingType" when part.Members["Hours"] is JsonObject hours && ScalingScript.Hours(hours).Any() => [],
        "SslConfiguration" => Tls((JsonObject)value),
        "Hours" => ScalingScript.Hours((JsonObject)value),
        "LoadBasedScaling" => ScalingScript.Load((JsonObject)value, (JsonObject)usual[member]!),
        "LifecycleEventConfiguration" when value["Shutdown"] is { } shutdown
            && shutdown["DelayUntilElbConnectionsDrained"]?.GetValue<bool>() == true =>
            [$"ShutdownTimeout = TimeSpan.FromSeconds({shutdown["ExecutionTimeout"]})"],
        "InstanceType" => [$"Type = {CSharpText.Of(value)}"],
        "DefaultSshKeyName" or "DefaultRootDeviceType" or "DefaultAvailabilityZone" =>
            [$"{member["Default".Length..]} = {CSharpText.Of(value)}"],
        _ when Properties.Contains(member) => [$"{member} = {CSharpText.Of(value)}"],
        _ => [$"Set({CSharpText.Of(member)}, {CSharpText.Of(value)})"],
    };

    private IEnumerable<string> Map(string member, JsonObject map) =>
        from pair in map
        where !JsonNode.DeepEquals(pair.Value, member == "Tags" ? part.Inherited[pair.Key] : null)
        let key = CSharpText.Of(pair.Key)
        let secret = member == "Environment" ? "SecureEnvironment" : "SecretAttributes"
        select PartMembers.IsSecret(pair.Value)
            ? $"{secret}[{key}] = {Secret(part.Key, pair.Key)}"
            : $"{member}[{key}] = {CSharpText.Of(pair.Value!)}";

    private static IEnumerable<string> Recipes(JsonObject events) =>
        events.Where(list => list.Value is JsonArray { Count: > 0 })
            .Select(list => $"{list.Key}({CSharpText.List(list.Value)})");

    // Null when there is one that the word cannot say.
    private static IEnumerable<string>? Volumes(JsonArray volumes)
    {
        string[] words = ["MountPoint", "Size", "NumberOfDisks", "VolumeType", "RaidLevel"];
        var known = volumes.Cast<JsonObject>().All(one => one.All(pair => words.Contains(pair.Key)));
        return !known ? null : volumes.Cast<JsonObject>().Select(one => string.Concat(
            $"Volume({CSharpText.Of(one["MountPoint"]!)}, size: {one["Size"]}, disks: {one["NumberOfDisks"]}",
            one["VolumeType"] is { } type ? $", type: {CSharpText.Of(type)}" : "",
            one["RaidLevel"] is { } level ? $", raidLevel: {level})" : ")"));
    }

    private string Source(JsonNode source)
    {
        var word = source["Type"]!.GetValue<string>() switch
        {
            "svn" => "Subversion",
            "archive" => "Archive",
            "s3" => "S3",
            _ => "Git",
        };
        var (user, password) = word == "S3" ? ("accessKey", "secretKey") : ("username", "password");
        (string Member, string Argument)[] arguments = [(
            "Revision",
            "revision"), ("Username", user), ("Password", password), ("SshKey", "sshKey")];
        var given =
            from one in arguments
            let value = source[one.Member]
            where value is not null
            select $", {one.Argument}: {(PartMembers.IsSecret(value) ? Secret(part.Key, one.Member) : CSharpText.Of(value))}";
        return $"{word}({CSharpText.Of(source["Url"]!)}{string.Concat(given)})";
    }

    private IEnumerable<string> Tls(JsonObject tls)
    {
        yield return $"Certificate = {CSharpText.Text(tls["Certificate"]!.GetValue<string>())}";
        yield return $"PrivateKey = {Secret(part.Key, "private_key")}";
        if (tls["Chain"] is { } chain)
        {
            yield return $"CertificateChain = {CSharpText.Text(chain.GetValue<string>())}";
        }
    }

    private static string Secret(params string[] words) => $"Secret({CSharpText.Of(CSharpText.Variable(words))})";
}

using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>A stack of a web server and two databases, whose recipes are the cookbook <c>cluster</c>.</summary>
internal sealed class ClusterStack(FleetServer server, ServerTool tool, CancellationToken ct)
{
    public const string Secret = "hush hush";

    private static readonly string[] Names = ["web1", "db1", "db2"];

    public async Task CreateAsync()
    {
        await tool.SucceedAsync(
            ct, "stack", "create", "shop", "--use-custom-cookbooks", "true", "--custom-cookbooks-source",
            JsonSerializer.Serialize(server.Source));
        (await tool.SendAsync($"{Secret}\n", ct, "stack", "secret", "set", "shop", "DB_PASSWORD")).ExpectSuccess("secret set");
        await tool.SucceedAsync(
            ct, "layer", "create", "web", "--custom-recipes", """{"Configure":["cluster::databases"],"Deploy":["cluster::deploy"],"Undeploy":["cluster::undeploy"]}""");
        await tool.SucceedAsync(
            ct, "layer", "create", "db", "--custom-recipes", """{"Setup":["cluster::database"],"Deploy":["cluster::deploy"]}""");
        foreach (var name in Names)
        {
            await tool.SucceedAsync(ct, "instance", "create", "--layer-ids", name[..^1], "--hostname", name);
        }
    }

    public Task OnEachAsync(string verb, string option) =>
        Task.WhenAll(Names.Select(name => tool.SucceedAsync(ct, "instance", verb, name, option)));

    public Task RunAsync(params string[] arguments) => tool.SucceedAsync(ct, arguments);

    /// <summary>Waits until a file of an instance has a content.</summary>
    /// <param name="hostname">The instance.</param>
    /// <param name="path">The path of the file, without the slash at the beginning.</param>
    /// <param name="content">The content; null when the file must not exist.</param>
    public Task UntilFileAsync(string hostname, string path, string? content) => LocalHost.UntilAsync(
        async () => await ReadAsync(hostname, path) == content, ct);

    public async Task<string?> ReadAsync(string hostname, string path)
    {
        var machine = Text((await InstanceAsync(hostname))["Ec2InstanceId"]);
        var file = Path.Combine(new MachineFolder(server.Host.Options, machine).Upper, path);
        return File.Exists(file) && new FileInfo(file).Length > 0 ? await File.ReadAllTextAsync(file, ct) : null;
    }

    public async Task<string> AddressAsync(string hostname) => Text((await InstanceAsync(hostname))["PrivateIp"]);

    /// <summary>The statuses of the commands of the last deployment, by hostname.</summary>
    public async Task<IReadOnlyList<string>> LastCommandsAsync()
    {
        var deployment = (await tool.ListAsync(ct, "deployment", "list"))[0];
        var commands = await tool.ListAsync(
            ct, "command", "list", "--deployment-id", Text(deployment["DeploymentId"]));
        var hostnames = (await InstancesAsync()).ToDictionary(
            instance => Text(instance["InstanceId"]), instance => Text(instance["Hostname"]));
        return [.. commands.Select(command => $"{hostnames[Text(command["InstanceId"])]} {Text(command["Status"])}")
            .Prepend(Text(deployment["Status"])).Order(StringComparer.Ordinal)];
    }

    /// <summary>The logs of all commands of an instance.</summary>
    public async Task<string> LogsAsync(string hostname)
    {
        var commands = await tool.ListAsync(ct, "command", "list", "--instance-id", hostname);
        var logs = await Task.WhenAll(commands.Select(
            command => tool.RunAsync(ct, "command", "logs", Text(command["CommandId"]))));
        return string.Concat(logs.Select(log => log.Output));
    }

    public async Task<int> CountAsync() => (await InstancesAsync()).Count;

    private async Task<JsonNode> InstanceAsync(string hostname) =>
        (await InstancesAsync()).Single(instance => Text(instance["Hostname"]) == hostname);

    private Task<IReadOnlyList<JsonNode>> InstancesAsync() => tool.ListAsync(ct, "instance", "list");

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}

using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Converge;
using CSharpChef.Converge.Accounts;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Nouns.Machines;

/// <summary>Prepares a machine for the server of a stack, and tells the server how to log in to it.</summary>
internal sealed class Registration(ServerCall call, string stackId)
{
    public string? Hostname { get; init; }

    public string? Address { get; init; }

    public int? Port { get; init; }

    public bool Replaces { get; init; }

    /// <returns>The instance.</returns>
    /// <exception cref="ConvergeException">The machine cannot be registered.</exception>
    public async Task<RegisteredInstance> RegisterAsync(Target target, SessionOptions session, CancellationToken ct)
    {
        var end = await FactsKey.OfAsync(target, new SshRoute(target, session.Ssh), ct);
        var address = IPAddress.Parse(Address ?? await AddressAsync(end.Address, ct)).ToString();
        var machine = await PrepareAsync(target, session, ct);
        var port = Port ?? (end.Port > 0 ? end.Port : 22);
        var answer = await call("RegisterMachine", Request(machine, address, port), ct);
        var instance = new RegisteredInstance(
            Text(answer["InstanceId"]), Text(answer[nameof(Hostname)]), address, port);
        Console.Out.WriteLine(answer["IsNew"]!.GetValue<bool>()
            ? $"{instance.Hostname} is registered as {instance.Id}"
            : $"{instance.Hostname} was registered already, as {instance.Id}");
        return instance;
    }

    private async Task<MachineFacts> PrepareAsync(Target target, SessionOptions options, CancellationToken ct)
    {
        var key = Text((await call("DescribeStackSshKey", new() { ["StackId"] = stackId }, ct))["PublicKey"]);
        await using var session = new RealNodeSession(target, options, ConvergeMode.Converge, ct);
        await session.ConnectAsync(ct);
        var result = await session.RunCommandAsync(AccountPrograms.Register(key, Replaces), ct);
        return result.ExitCode == 0
            ? MachineFacts.Parse(result.Output)
            : throw new ConvergeException($"{target.Name}: {MachineFacts.ErrorIn(result.Output) ?? result.Output.Trim()}");
    }

    // An address on an interface of the machine is what other machines call private.
    private JsonObject Request(MachineFacts machine, string address, int port)
    {
        var isOwn = machine.Addresses.Contains(address);
        return new()
        {
            ["StackId"] = stackId,
            [nameof(Hostname)] = Hostname ?? machine.Hostname,
            [nameof(Address)] = address,
            [nameof(Port)] = port,
            ["HostKeys"] = new JsonArray([.. machine.HostKeys.Select(key => JsonValue.Create(key))]),
            ["PrivateIp"] = isOwn ? address : machine.Addresses is [var first, ..] ? first : null,
            ["PublicIp"] = isOwn ? null : address,
            ["ReportedOs"] = new JsonObject
            {
                ["Family"] = machine.Os.Family,
                ["Name"] = machine.Os.Name,
                ["Version"] = machine.Os.Version,
            },
        };
    }

    private static async Task<string> AddressAsync(string host, CancellationToken ct)
    {
        try
        {
            return (await Dns.GetHostAddressesAsync(host, ct))
                .Select(found => found.IsIPv4MappedToIPv6 ? found.MapToIPv4() : found)
                .MinBy(found => found.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)!.ToString();
        }
        catch (SocketException e)
        {
            throw new UsageException(
                $"the IP address of {host} is not known here: name the one at which the server reaches the machine, with --address IP", e);
        }
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}

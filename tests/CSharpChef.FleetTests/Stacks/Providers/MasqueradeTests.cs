using System.Diagnostics;
using CSharpChef.FleetTests.Machines;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Network;
using Machine = CSharpChef.Stacks.Providers.Machine;

namespace CSharpChef.FleetTests.Stacks.Providers;

/// <summary>Another network is a namespace behind a link of this host, with a server that answers who calls.</summary>
[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class MasqueradeTests : IAsyncLifetime
{
    private const string Space = "other-cheft";
    private const string Link = "othercheft";

    // 198.19.0.0/16 is for tests: 241.254 is this host, 241.1 the server, which has no route to the machines.
    private const string Setup = $"""
        ip netns add {Space}
        ip link add {Link} type veth peer name eth0 netns {Space}
        ip address add 198.19.241.254/24 dev {Link}
        ip link set {Link} up
        ip -n {Space} address add 198.19.241.1/24 dev eth0
        ip -n {Space} link set eth0 up
        """;

    private const string Server = """
        import socket
        server = socket.create_server(("", 80))
        print("ready", flush=True)
        while True:
            client, address = server.accept()
            client.sendall((address[0] + "\n").encode())
            client.close()
        """;

    private LocalHost host = null!;
    private Process? server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.CreateAsync(Cancel);
        Prerequisite.Require(File.Exists("/usr/sbin/nft"), "machines reach other networks by nftables");
        (await LocalCommand.RunAsync(["sh", "-e"], Setup, Cancel)).ExpectSuccess("ip");
        server = Process.Start(
            new ProcessStartInfo("ip", ["netns", "exec", Space, "python3", "-c", Server]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", await server.StandardOutput.ReadLineAsync(Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
            await LocalCommand.RunAsync(
                ["sh"], $"ip link delete {Link}; ip netns delete {Space}", CancellationToken.None);
        }
    }

    [Fact]
    public async Task With_address_translation_a_machine_reaches_another_network_with_the_address_of_the_host()
    {
        var before = await ForwardingAsync();
        var machines = new LocalMachines(host.Options with { Nat = true });
        var order = host.Order();

        await machines.LaunchAsync(order, Cancel);
        var machine = await host.SeenAsync(order.Token, MachineState.Running, Cancel);
        var seen = await CallAsync(machine);
        var resolvers = await host.RunAsync(machine, "cat /etc/resolv.conf", Cancel);
        await machines.TerminateAsync(order.Token, Cancel);

        Assert.Equal("198.19.241.254\n", seen);
        Assert.Equal(Resolvers.OfHost(), resolvers);
        Assert.Equal(before, await ForwardingAsync());
        Assert.Empty(host.Remains());
    }

    [Fact]
    public async Task With_address_translation_another_network_cannot_open_connections_to_a_machine()
    {
        var machines = new LocalMachines(host.Options with { Nat = true });
        var order = host.Order();
        await machines.LaunchAsync(order, Cancel);
        var machine = await host.SeenAsync(order.Token, MachineState.Running, Cancel);

        var call = await LocalCommand.RunAsync(
            ["sh", "-c", $"""
                ip -n {Space} route add {machine.Address} via 198.19.241.254
                ip netns exec {Space} timeout 2 bash -c 'exec 3<>/dev/tcp/{machine.Address}/22'
                """],
            "",
            Cancel);

        Assert.Equal(124, call.ExitCode);
    }

    [Fact]
    public async Task Without_address_translation_a_machine_reaches_this_host_only()
    {
        var machine = await host.StartAsync(host.Order(), Cancel);

        Assert.Equal("\n", await CallAsync(machine));
        Assert.Equal("", await host.RunAsync(machine, "cat /etc/resolv.conf", Cancel));
    }

    private Task<string> CallAsync(Machine machine) => host.RunAsync(
        machine, "timeout 3 bash -c 'read -r line </dev/tcp/198.19.241.1/80; echo $line' || echo", Cancel);

    private static Task<string> ForwardingAsync() => File.ReadAllTextAsync("/proc/sys/net/ipv4/ip_forward", Cancel);
}

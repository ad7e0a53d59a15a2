using CSharpChef.Stacks.Providers.Local.Host;

namespace CSharpChef.Stacks.Providers.Local.Network;

/// <summary>
/// The network of the machines: a bridge, and for each machine a namespace with one link to it. The namespace is
/// configured before the machine boots, so that the machine needs no DHCP.
/// </summary>
internal sealed class MachineNetwork(LocalOptions options)
{
    private readonly AddressPool pool = new(options.Subnet);
    private readonly Masquerade masquerade = new(options);

    public string Namespace(string id) => $"{options.Bridge}-{id}";

    public async Task ConnectAsync(MachineRecord machine, CancellationToken ct)
    {
        using var networkLock = await FileLock.TakeAsync(options, "network", ct);
        await BridgeAsync(ct);
        if (options.Nat)
        {
            await masquerade.EnableAsync(ct);
        }

        await RemoveAsync(machine, ct);
        await IpAsync($"""
            netns add {Namespace(machine.Id)}
            link add {Link(machine)} type veth peer name eth0 address {AddressPool.Hardware(machine.Address)} netns {Namespace(machine.Id)}
            link set {Link(machine)} addrgenmode none master {options.Bridge} up
            """, $"Cannot connect machine {machine.Id}", ct);
        await IpAsync(["-n", Namespace(machine.Id)], $"""
            link set lo up
            link set eth0 addrgenmode none
            address add {machine.Address}/{pool.PrefixLength} dev eth0
            link set eth0 up
            route add default via {pool.Gateway}
            """, $"Cannot set the address {machine.Address} of machine {machine.Id}", ct);
    }

    /// <summary>Disconnects the machine, and removes the bridge with the last machine.</summary>
    public async Task DisconnectAsync(MachineRecord machine, CancellationToken ct)
    {
        using var networkLock = await FileLock.TakeAsync(options, "network", ct);
        await RemoveAsync(machine, ct);
        await RemoveBridgeAsync(ct);
    }

    /// <summary>Removes the bridge when no machine is connected.</summary>
    public async Task RemoveUnusedAsync(CancellationToken ct)
    {
        using var networkLock = await FileLock.TakeAsync(options, "network", ct);
        await RemoveBridgeAsync(ct);
    }

    private async Task RemoveBridgeAsync(CancellationToken ct)
    {
        var ports = $"/sys/class/net/{options.Bridge}/brif";
        var exists = Directory.Exists(ports);
        if (exists && Directory.EnumerateFileSystemEntries(ports).Any())
        {
            return;
        }

        await masquerade.DisableAsync(ct);
        if (exists)
        {
            await IpAsync($"link delete {options.Bridge}", $"Cannot remove the bridge {options.Bridge}", ct);
        }
    }

    private static Task IpAsync(string commands, string what, CancellationToken ct) =>
        IpAsync([], commands, what, ct);

    private static async Task IpAsync(string[] options, string commands, string what, CancellationToken ct) =>
        (await HostProgram.RunAsync(["ip", .. options, "-batch", "-"], $"{commands}\n", null, ct)).Expect(
            what, "List what exists with: ip address; ip netns");

    private async Task BridgeAsync(CancellationToken ct)
    {
        if (Directory.Exists($"/sys/class/net/{options.Bridge}/bridge"))
        {
            return;
        }

        CheckSubnet();
        await IpAsync($"""
            link add {options.Bridge} type bridge stp_state 0 forward_delay 0
            link set {options.Bridge} addrgenmode none
            address add {pool.Gateway}/{pool.PrefixLength} dev {options.Bridge}
            link set {options.Bridge} up
            """, $"Cannot make the bridge {options.Bridge}", ct);
    }

    private void CheckSubnet()
    {
        var overlaps =
            from link in System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            from address in link.GetIPProperties().UnicastAddresses
            where pool.Overlaps(address.Address, address.PrefixLength)
            select $"{link.Name} has {address.Address}/{address.PrefixLength}";
        if (overlaps.FirstOrDefault() is { } overlap)
        {
            throw new ProviderException($"The subnet {options.Subnet} for machines of this host is in use: {overlap}. "
                + "Choose another one in the settings of local machines.");
        }
    }

    // A namespace and its link exist as long as a process in the namespace.
    private async Task RemoveAsync(MachineRecord machine, CancellationToken ct)
    {
        if (Directory.Exists($"/sys/class/net/{Link(machine)}"))
        {
            await IpAsync($"link delete {Link(machine)}", $"Cannot disconnect machine {machine.Id}", ct);
        }

        if (File.Exists($"/run/netns/{Namespace(machine.Id)}"))
        {
            await IpAsync($"netns delete {Namespace(machine.Id)}", $"Cannot disconnect machine {machine.Id}", ct);
        }
    }

    private string Link(MachineRecord machine) => options.Bridge + AddressPool.Digits(machine.Address);
}

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// A bridge of our own, and for each machine a name space with one leg on it. The name space is furnished before the
/// machine boots: nothing in it need ask for an address.
/// </summary>
internal sealed class MachineNetwork(LocalOptions options)
{
    private readonly AddressPool pool = new(options.Subnet);

    public string NameSpace(string id) => $"{options.Bridge}-{id}";

    public async Task ConnectAsync(MachineRecord machine, CancellationToken ct)
    {
        using var turn = await FileLock.TakeAsync(options, "network", ct);
        await BridgeAsync(ct);
        await RemoveAsync(machine, ct);
        await IpAsync($"""
            netns add {NameSpace(machine.Id)}
            link add {Link(machine)} type veth peer name eth0 address {AddressPool.Hardware(machine.Address)} netns {NameSpace(machine.Id)}
            link set {Link(machine)} addrgenmode none master {options.Bridge} up
            """, $"Cannot connect machine {machine.Id}", ct);
        await IpAsync($"""
            link set lo up
            link set eth0 addrgenmode none
            address add {machine.Address}/{pool.PrefixLength} dev eth0
            link set eth0 up
            route add default via {pool.Gateway}
            """, $"Cannot give machine {machine.Id} its address {machine.Address}", ct, "-n", NameSpace(machine.Id));
    }

    /// <summary>Takes the bridge away too when it was the last.</summary>
    public async Task DisconnectAsync(MachineRecord machine, CancellationToken ct)
    {
        using var turn = await FileLock.TakeAsync(options, "network", ct);
        await RemoveAsync(machine, ct);
        var legs = $"/sys/class/net/{options.Bridge}/brif";
        if (Directory.Exists(legs) && !Directory.EnumerateFileSystemEntries(legs).Any())
        {
            await IpAsync($"link delete {options.Bridge}", $"Cannot remove the bridge {options.Bridge}", ct);
        }
    }

    private static async Task IpAsync(string commands, string what, CancellationToken ct, params string[] options) =>
        (await HostProgram.RunAsync(["ip", .. options, "-batch", "-"], ct, $"{commands}\n")).Expect(
            what, "See what is there with: ip address; ip netns");

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
        var taken =
            from link in System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            from address in link.GetIPProperties().UnicastAddresses
            where pool.Overlaps(address.Address, address.PrefixLength)
            select $"{link.Name} has {address.Address}/{address.PrefixLength}";
        if (taken.FirstOrDefault() is { } who)
        {
            throw new ProviderException($"The subnet {options.Subnet} for machines of this host is in use: {who}. "
                + "Choose another one in the settings of local machines.");
        }
    }

    // A name space lives on while anything in it does, and its link with it.
    private async Task RemoveAsync(MachineRecord machine, CancellationToken ct)
    {
        if (Directory.Exists($"/sys/class/net/{Link(machine)}"))
        {
            await IpAsync($"link delete {Link(machine)}", $"Cannot disconnect machine {machine.Id}", ct);
        }

        if (File.Exists($"/run/netns/{NameSpace(machine.Id)}"))
        {
            await IpAsync($"netns delete {NameSpace(machine.Id)}", $"Cannot disconnect machine {machine.Id}", ct);
        }
    }

    private string Link(MachineRecord machine) => options.Bridge + AddressPool.Digits(machine.Address);
}

using CSharpChef.Stacks.Providers.Local.Host;

namespace CSharpChef.Stacks.Providers.Local.Network;

/// <summary>
/// Lets machines reach other networks with the address of this host. Others cannot open connections to machines
/// through it. Callers hold the lock of the network.
/// </summary>
internal sealed class Masquerade(LocalOptions options)
{
    private const string Forwarding = "/proc/sys/net/ipv4/ip_forward";

    private string Table => $"ip csharpchef_{options.Bridge}";

    /// <summary>The file that exists while this is on: the host's setting of forwarding before.</summary>
    private string Before => Path.Combine(options.Folder, "ip_forward");

    public async Task EnableAsync(CancellationToken ct)
    {
        if (!File.Exists(Before))
        {
            await File.WriteAllTextAsync($"{Before}.new", await File.ReadAllTextAsync(Forwarding, ct), ct);
            File.Move($"{Before}.new", Before);
        }

        await NftAsync($$"""
            add table {{Table}}
            delete table {{Table}}
            table {{Table}} {
                chain postrouting {
                    type nat hook postrouting priority srcnat
                    ip saddr {{options.Subnet}} oifname != "{{options.Bridge}}" masquerade
                }
                chain forward {
                    type filter hook forward priority filter
                    ct state established,related accept
                    iifname != "{{options.Bridge}}" oifname "{{options.Bridge}}" drop
                }
            }
            """, ct);
        await File.WriteAllTextAsync(Forwarding, "1", ct);
    }

    /// <summary>Restores what was before; does nothing when it was never on.</summary>
    public async Task DisableAsync(CancellationToken ct)
    {
        if (File.Exists(Before))
        {
            await NftAsync($"add table {Table}\ndelete table {Table}", ct);
            await File.WriteAllTextAsync(Forwarding, await File.ReadAllTextAsync(Before, ct), ct);
            File.Delete(Before);
        }
    }

    private static async Task NftAsync(string commands, CancellationToken ct) =>
        (await HostProgram.RunAsync(["nft", "-f", "-"], $"{commands}\n", null, ct)).Expect(
            "Cannot set the address translation of machines", "Check that the kernel has nf_tables: nft list ruleset");
}

using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local.Network;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class ResolversTests
{
    [Fact]
    public void Machines_ask_the_name_servers_of_the_host() => Assert.Equal(
        "nameserver 192.0.2.53\nnameserver 192.0.2.54\n",
        Resolvers.Choose("search lan\nnameserver 192.0.2.53\n nameserver\t192.0.2.54 # second\noptions edns0\n", ""));

    [Fact]
    public void A_resolver_on_loopback_is_replaced_by_the_servers_that_systemd_resolved_asks() => Assert.Equal(
        "nameserver 192.0.2.53\n",
        Resolvers.Choose("nameserver 127.0.0.53\n", "nameserver 192.0.2.53\nnameserver fe80::1%eth0\n"));

    [Theory]
    [InlineData("")]
    [InlineData("nameserver 127.0.0.1\nnameserver ::1\n")]
    [InlineData("# nameserver 192.0.2.53\n")]
    [InlineData("nameserver 2001:db8::53\n")]
    public void A_host_without_a_server_that_machines_can_reach_is_refused_with_what_to_do(string system)
    {
        var error = Assert.Throws<ProviderException>(() => Resolvers.Choose(system, ""));

        Assert.StartsWith(
            "/etc/resolv.conf names no name server that machines of this host can reach",
            error.Message,
            StringComparison.Ordinal);
    }
}

using System.Net;
using CSharpChef.Stacks.Providers.Local.Network;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class AddressPoolTests
{
    private static readonly AddressPool Pool = new(IPNetwork.Parse("10.88.0.0/16"));

    [Fact]
    public void The_first_address_belongs_to_the_host_and_the_second_to_a_machine()
    {
        Assert.Equal("10.88.0.1", Pool.Gateway);
        Assert.Equal("10.88.0.2", Pool.Free([]));
    }

    [Fact]
    public void A_new_machine_gets_the_lowest_free_address() =>
        Assert.Equal("10.88.0.3", Pool.Free(["10.88.0.4", "10.88.0.2", "10.88.0.5"]));

    [Fact]
    public void Addresses_continue_beyond_255_of_the_last_byte() =>
        Assert.Equal("10.88.0.255", Pool.Free(Enumerable.Range(0, 255).Select(number => $"10.88.0.{number}")));

    [Fact]
    public void The_broadcast_address_is_never_assigned_to_a_machine()
    {
        var smallPool = new AddressPool(IPNetwork.Parse("10.88.0.8/29"));
        var usedAddresses = new List<string>();
        while (smallPool.Free(usedAddresses) is { } next)
        {
            usedAddresses.Add(next);
        }

        Assert.Equal(["10.88.0.10", "10.88.0.11", "10.88.0.12", "10.88.0.13", "10.88.0.14"], usedAddresses);
    }

    [Theory]
    [InlineData("10.88.3.4", 24, true)]
    [InlineData("10.1.2.3", 8, true)]
    [InlineData("10.89.0.1", 16, false)]
    [InlineData("192.168.1.1", 24, false)]
    [InlineData("0.0.0.0", 0, true)]
    [InlineData("fe80::1", 64, false)]
    public void A_network_that_overlaps_with_the_subnet_is_recognized(
        string address, int prefixLength, bool expected) =>
        Assert.Equal(expected, Pool.Overlaps(IPAddress.Parse(address), prefixLength));

    [Fact]
    public void The_hardware_address_is_made_from_the_address() =>
        Assert.Equal("02:cc:0a:58:00:02", AddressPool.Hardware("10.88.0.2"));
}

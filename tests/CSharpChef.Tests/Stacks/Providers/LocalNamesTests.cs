using System.Net;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class LocalNamesTests
{
    private const string Id = "0193d8a0-0000-7000-8000-000000000001";

    [Theory]
    [InlineData("web-1")]
    [InlineData("a")]
    [InlineData("1a")]
    public void A_hostname_of_small_letters_digits_and_dashes_is_taken(string hostname) =>
        LocalNames.Check(new MachineOrder(Id, hostname));

    [Theory]
    [InlineData("")]
    [InlineData("Web")]
    [InlineData("-web")]
    [InlineData("web-")]
    [InlineData("web;id")]
    [InlineData("web\n")]
    [InlineData("a.b")]
    public void Another_hostname_is_refused(string hostname) =>
        Assert.Throws<ProviderException>(() => LocalNames.Check(new MachineOrder(Id, hostname)));

    [Theory]
    [InlineData("")]
    [InlineData("../../etc")]
    [InlineData("0193D8A0-0000-7000-8000-000000000001")]
    [InlineData("0193d8a0000070008000000000000001")]
    public void An_id_that_is_none_is_refused(string id) =>
        Assert.Throws<ProviderException>(() => LocalNames.Check(id));

    [Theory]
    [InlineData("")]
    [InlineData("ssh-ed25519 AAAA\nssh-ed25519 BBBB")]
    public void A_key_is_one_line(string key) =>
        Assert.Throws<ProviderException>(
            () => LocalNames.Check(new MachineOrder(Id, "web") { AuthorizedKeys = [key] }));

    [Fact]
    public void Options_as_they_are_given_are_taken() =>
        Assert.Equal("chef0", LocalNames.Checked(new LocalOptions()).Bridge);

    [Fact]
    public void Options_that_would_mean_something_else_to_a_program_are_refused()
    {
        LocalOptions[] wrong =
        [
            new() { Folder = "machines" },
            new() { Folder = "/var/lib/a,b" },
            new() { Folder = "/var/../etc" },
            new() { BaseImage = "/image:/etc" },
            new() { Bridge = "bridge-of-ours" },
            new() { Suite = "../etc" },
            new() { Mirror = "--help" },
            new() { Subnet = IPNetwork.Parse("10.0.0.0/30") },
            new() { Subnet = IPNetwork.Parse("fd00::/64") },
        ];

        Assert.All(wrong, options => Assert.Throws<ProviderException>(() => new LocalMachines(options)));
    }
}

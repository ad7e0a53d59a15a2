using System.Net;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Images;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class LocalNamesTests
{
    private const string Id = "0193d8a0-0000-7000-8000-000000000001";

    [Theory]
    [InlineData("web-1")]
    [InlineData("a")]
    [InlineData("1a")]
    public void A_hostname_of_lower_case_letters_digits_and_dashes_is_accepted(string hostname) =>
        LocalNames.Check(new MachineOrder(Id, 1, hostname));

    [Theory]
    [InlineData("")]
    [InlineData("Web")]
    [InlineData("-web")]
    [InlineData("web-")]
    [InlineData("web;id")]
    [InlineData("web\n")]
    [InlineData("a.b")]
    public void A_hostname_with_other_characters_is_refused(string hostname) =>
        Assert.Throws<ProviderException>(() => LocalNames.Check(new MachineOrder(Id, 1, hostname)));

    [Theory]
    [InlineData("")]
    [InlineData("../../etc")]
    [InlineData("0193D8A0-0000-7000-8000-000000000001-1")]
    [InlineData("0193d8a0000070008000000000000001-1")]
    [InlineData("0193d8a0-0000-7000-8000-000000000001")]
    [InlineData("0193d8a0-0000-7000-8000-000000000001-0")]
    [InlineData("0193d8a0-0000-7000-8000-000000000001-1\n")]
    public void A_text_that_is_not_the_id_of_a_machine_is_refused(string id) =>
        Assert.Throws<ProviderException>(() => LocalNames.Check(id));

    [Theory]
    [InlineData("")]
    [InlineData("ssh-ed25519 AAAA\nssh-ed25519 BBBB")]
    public void An_authorized_key_of_several_lines_is_refused(string key) =>
        Assert.Throws<ProviderException>(
            () => LocalNames.Check(new MachineOrder(Id, 1, "web") { AuthorizedKeys = [key] }));

    [Fact]
    public void The_default_options_are_accepted() =>
        Assert.Equal("chef0", LocalNames.Check(new LocalOptions()).Bridge);

    [Fact]
    public void Options_that_a_program_could_misinterpret_are_refused()
    {
        LocalOptions[] wrong =
        [
            new() { Folder = "machines" },
            new() { Folder = "/var/lib/a,b" },
            new() { Folder = "/var/../etc" },
            new() { Bridge = "bridge-of-ours" },
            new() { Subnet = IPNetwork.Parse("10.0.0.0/30") },
            new() { Subnet = IPNetwork.Parse("fd00::/64") },
        ];

        Assert.All(wrong, options => Assert.Throws<ProviderException>(() => new LocalMachines(options)));
    }

    [Fact]
    public void An_image_whose_suite_mirror_or_packages_a_program_could_misinterpret_is_refused()
    {
        ImageOrder[] wrong =
        [
            new("../etc"),
            new("bookworm") { Mirror = "--help" },
            new("bookworm") { Include = ["curl,--help"] },
            new("bookworm") { Include = ["--help"] },
        ];

        Assert.All(wrong, order => Assert.Throws<ProviderException>(() => LocalNames.Check(order)));
        LocalNames.Check(new ImageOrder("bookworm") { Include = ["curl", "g++", "libc6-dev"] });
    }
}

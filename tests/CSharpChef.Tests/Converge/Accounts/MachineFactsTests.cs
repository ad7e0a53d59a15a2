using CSharpChef.Converge.Accounts;

namespace CSharpChef.Tests.Converge.Accounts;

public sealed class MachineFactsTests
{
    [Fact]
    public void The_output_of_a_registration_gives_name_system_keys_and_addresses()
    {
        var facts = MachineFacts.Parse(
            """
            hostname web7.example.org
            family debian
            name Debian GNU/Linux
            version 12
            key ssh-ed25519 AAAA root@web7
            key ssh-rsa BBBB root@web7
            address 192.0.2.7
            address 2001:db8::7
            """);

        Assert.Equal("web7", facts.Hostname);
        Assert.Equal(("debian", "Debian GNU/Linux", "12"), facts.Os);
        Assert.Equal(["ssh-ed25519 AAAA root@web7", "ssh-rsa BBBB root@web7"], facts.HostKeys);
        Assert.Equal(["192.0.2.7", "2001:db8::7"], facts.Addresses);
    }

    [Fact]
    public void The_error_of_a_registration_is_found_after_other_output() => Assert.Equal(
        "sudo is not installed here", MachineFacts.ErrorIn("warning: slow\nerror sudo is not installed here\n"));

    [Theory]
    [InlineData(true, "ssh-ed25519 AAAA ann@home\n", "ann 2000 1 ssh-ed25519 AAAA ann@home")]
    [InlineData(false, null, "ann 2000 0")]
    public void An_account_is_one_line(bool hasSudo, string? key, string line) =>
        Assert.Equal(line, new LoginAccount("ann", 2000, hasSudo, key).Line);
}

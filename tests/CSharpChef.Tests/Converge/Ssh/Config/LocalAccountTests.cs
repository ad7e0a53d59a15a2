using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Tests.Converge.Ssh.Config;

public sealed class LocalAccountTests
{
    private static readonly string[] Passwd =
        ["root:x:0:0:root:/root:/bin/bash", "ann:x:1000:1000::/home/ann:/bin/sh", "none:x:1001:1001:::/bin/sh", "+::::::"];

    [Theory]
    [InlineData("ann", "/home/ann")]
    [InlineData("none", null)]
    [InlineData("bob", null)]
    public void The_home_of_an_account_is_that_of_passwd(string user, string? home) =>
        Assert.Equal(home, LocalAccount.HomeIn(Passwd.Select(line => line.Split(':')), user));
}

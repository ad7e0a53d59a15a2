using CSharpChef.Converge.Ssh;

namespace CSharpChef.Tests.Converge.Ssh;

public sealed class JumpHostTests
{
    [Theory]
    [InlineData("gate", null, "gate", null)]
    [InlineData("ann@gate", "ann", "gate", null)]
    [InlineData("ann@gate:2222", "ann", "gate", 2222)]
    [InlineData("ssh://gate", null, "gate", null)]
    [InlineData("ssh://ann@gate:2222", "ann", "gate", 2222)]
    [InlineData("SSH://ann@gate:2222/", "ann", "gate", 2222)]
    [InlineData("ssh://[2001:db8::1]:2222", null, "2001:db8::1", 2222)]
    [InlineData("ann@[2001:db8::1]", "ann", "2001:db8::1", null)]
    public void A_jump_host_is_read_with_its_user_and_port(string text, string? user, string host, int? port)
    {
        var target = JumpHost.Parse(text);

        Assert.Equal((user, host, port), (target.User, target.Address, target.Port));
    }
}

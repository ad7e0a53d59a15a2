using CSharpChef.Stacks.Cookbooks;

namespace CSharpChef.Tests.Stacks.Cookbooks;

public sealed class ForgetSourceHostKeyTests : ServerTests
{
    [Fact]
    public async Task The_host_key_of_a_source_is_forgotten_and_its_state_stays()
    {
        var stack = await Server.CreateStackAsync();
        var resolved = new ResolvedSource { Source = "s", State = "c0ffee", VersionId = "v", SshHostKey = "AAAA" };
        await Server.Plane.Store.WriteAsync(
            session => session.AddAsync(new StackCookbooks
            {
                StackId = stack,
                Resolved = resolved,
                HostKeyOf = "ssh://git@example.com/shop",
                SshHostKey = "AAAA",
            }),
            Ct);

        await Server.CallAsync("ForgetSourceHostKey", new { StackId = stack });

        var known = await Server.Plane.Store.ReadAsync(
            session => session.FindAsync<StackCookbooks>(StackCookbooks.IdOf(stack)), Ct);
        Assert.Equal((null, null), (known!.HostKeyOf, known.SshHostKey));
        Assert.Equal("c0ffee", known.Resolved!.State);
    }
}

using CSharpChef.Converge;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.Identities;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh.Identities;

public sealed class KeyPairTests(SshServer server) : IClassFixture<SshServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_key_is_one_that_OpenSSH_reads()
    {
        server.SkipIfMissing();
        var pair = KeyPair.New();
        await File.WriteAllTextAsync(server.PathOf("new"), pair.PrivateKey, Ct);
        await SshServer.RunAsync("chmod", "600", server.PathOf("new"));

        var publicKey = await SshServer.RunAsync("ssh-keygen", "-y", "-f", server.PathOf("new"));
        var shown = await SshServer.RunAsync("ssh-keygen", "-l", "-f", server.PathOf("new"));

        Assert.Equal(pair.PublicKey, publicKey.Trim());
        Assert.StartsWith($"256 {KeyFingerprint.Of(pair.PublicKey)} ", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_with_a_new_key_succeeds_once_its_public_key_is_authorized()
    {
        server.SkipIfMissing();
        var pair = KeyPair.New();
        var host = new ServerHost(
            "web1", "127.0.0.1", server.Port, new GivenKeys(pair.PrivateKey, [server.PublicKey("host")]))
        {
            User = Environment.UserName,
            UsesSudo = false,
        };

        await File.AppendAllTextAsync(server.PathOf("authorized_keys"), $"{pair.PublicKey} csharpchef stack my shop\n", Ct);

        Assert.Equal("in\n", (await ServerSession.RunAsync(host, "echo in", Ct)).Output);
    }

    [Fact]
    public void New_keys_differ_and_their_texts_do_not_show_the_private_key()
    {
        var (one, two) = (KeyPair.New(), KeyPair.New());

        Assert.NotEqual(one.PublicKey, two.PublicKey);
        Assert.NotEqual(one.PrivateKey, two.PrivateKey);
        Assert.DoesNotContain("PRIVATE", $"{one} {new GivenKeys(one.PrivateKey, [])}", StringComparison.Ordinal);
    }
}

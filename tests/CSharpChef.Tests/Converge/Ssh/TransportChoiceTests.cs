using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Ssh;

/// <summary>The client that is chosen for a host by its settings in ssh_config.</summary>
public sealed class TransportChoiceTests : IDisposable
{
    private readonly string home = TemporaryFolder.Create("csharpchef-home-");
    private readonly List<string> details = [];

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory]
    [InlineData("Host web\nProxyCommand nc %h %p", "config:2: ProxyCommand")]
    [InlineData("Match exec \"test -e /vpn\"\nHostName 192.0.2.1", "config:1: Match exec test -e /vpn")]
    [InlineData("Match localuser me\nPort 2222", "config:1: Match localuser me")]
    [InlineData("Match final host web\nUser deploy", "config:1: Match final host web")]
    [InlineData("Match canonical\nIdentityFile ~/other", "config:1: Match canonical")]
    [InlineData("Match !exec false\nUserKnownHostsFile ~/other", "config:1: Match !exec false")]
    [InlineData("CanonicalizeHostname yes", "config:1: CanonicalizeHostname")]
    [InlineData("bindaddress 192.0.2.9", "config:1: bindaddress")]
    [InlineData("KnownHostsCommand /bin/keys", "config:1: KnownHostsCommand")]
    [InlineData("RevokedHostKeys ~/revoked", "config:1: RevokedHostKeys")]
    [InlineData("GSSAPIAuthentication yes", "config:1: GSSAPIAuthentication")]
    [InlineData("HostKeyAlgorithms ssh-rsa", "config:1: HostKeyAlgorithms")]
    [InlineData("RequiredRSASize 4096", "config:1: RequiredRSASize")]
    [InlineData("CheckHostIP yes", "config:1: CheckHostIP")]
    [InlineData("Ciphers aes256-ctr", "config:1: Ciphers")]
    [InlineData("MACs hmac-sha2-512", "config:1: MACs")]
    [InlineData("KexAlgorithms curve25519-sha256", "config:1: KexAlgorithms")]
    [InlineData("PubkeyAuthentication no", "config:1: PubkeyAuthentication")]
    [InlineData("PreferredAuthentications password", "config:1: PreferredAuthentications")]
    [InlineData("PubkeyAcceptedAlgorithms ssh-ed25519", "config:1: PubkeyAcceptedAlgorithms")]
    [InlineData("PKCS11Provider /usr/lib/softhsm.so", "config:1: PKCS11Provider")]
    [InlineData("CertificateFile ~/web-cert.pub", "config:1: CertificateFile")]
    [InlineData("Host web\nProxyJump gate\nHost gate\nProxyCommand nc %h %p", "config:4: ProxyCommand")]
    public void A_host_with_a_setting_that_only_ssh_honours_is_reached_by_ssh(string config, string why)
    {
        var choice = Choose(config);

        Assert.True(choice.UsesOpenSsh);
        Assert.Contains($"web: connects with /usr/bin/ssh, which honours {home}/{why}", details);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Host web\nHostName 192.0.2.1\nPort 2222\nUser deploy\nProxyJump gate\nHostKeyAlias w")]
    [InlineData("Host db\nProxyCommand nc %h %p")]
    [InlineData("Host web\nProxyCommand none")]
    [InlineData("Host web\nProxyJump gate\nHost w*\nProxyCommand nc %h %p")]
    [InlineData("Match host db exec \"test -e /vpn\"\nHostName 192.0.2.1")]
    [InlineData("Match exec \"test -e /vpn\"\nServerAliveInterval 5")]
    [InlineData("Host web\nHostName 192.0.2.1\nMatch exec true\nHostName 192.0.2.2")]
    [InlineData("ControlMaster auto\nControlPath ~/%C\nControlPersist yes")]
    [InlineData("BatchMode yes\nForwardAgent yes\nCompression yes\nLogLevel ERROR")]
    [InlineData("PubkeyAuthentication yes\nPasswordAuthentication true\nCheckHostIP no\nRequiredRSASize 1024")]
    [InlineData("PasswordAuthentication no\nKbdInteractiveAuthentication no\nChallengeResponseAuthentication no")]
    [InlineData("GSSAPIAuthentication no\nAddressFamily any\nPKCS11Provider none")]
    public void A_host_whose_settings_the_built_in_client_honours_is_reached_by_it(string config) =>
        Assert.False(Choose(config).UsesOpenSsh);

    [Theory]
    [InlineData("Host web\nProxyCommand nc %h %p", "config:2: ProxyCommand may change which host web is")]
    [InlineData("\n\nMatch exec true\nPort 2222", "config:3: Match exec true may change which host web is")]
    [InlineData("NoHostAuthenticationForLocalhost yes", "config:1: NoHostAuthenticationForLocalhost")]
    [InlineData("PubkeyAuthentication no", "config:1: PubkeyAuthentication may change which host web is, or how it is")]
    public void A_setting_of_the_route_that_the_built_in_client_does_not_honour_is_an_error_with_file_and_line(
        string config, string message)
    {
        var builtin = Assert.Throws<UsageException>(() => Choose(config, Transport.Builtin));
        var withoutSsh = Assert.Throws<UsageException>(() => Choose(config, program: null));

        Assert.Contains(message, builtin.Message);
        Assert.Contains("Use --transport openssh", builtin.Message);
        Assert.Contains(message, withoutSsh.Message);
        Assert.Contains("Install OpenSSH", withoutSsh.Message);
    }

    [Fact]
    public void Other_settings_are_passed_over_by_the_built_in_client_and_told()
    {
        var choice = Choose("ServerAliveInterval 5\nGSSAPIAuthentication yes", Transport.Builtin);

        Assert.False(choice.UsesOpenSsh);
        Assert.Equal(
            $"web: the built-in SSH client passes over {PathOf("config")}:1: ServerAliveInterval, {PathOf("config")}:2: GSSAPIAuthentication",
            Assert.Single(details));
        Assert.Contains("config:2: GSSAPIAuthentication; --transport openssh does not", choice.LoginHint);
    }

    [Fact]
    public void Openssh_without_an_ssh_program_is_an_error() => Assert.Contains(
        "needs the program ssh",
        Assert.Throws<UsageException>(() => Choose("", Transport.OpenSsh, program: null)).Message);

    [Theory]
    [InlineData("sk-ssh-ed25519@openssh.com AAAA me", "the security key")]
    [InlineData("ssh-ed25519 AAAA me", null)]
    public void A_key_file_of_a_security_key_is_found_by_its_public_key(string publicKey, string? found)
    {
        File.WriteAllText(PathOf("token"), "");
        File.WriteAllText(PathOf("token.pub"), publicKey);

        var choice = Choose("IdentityFile ~/token");

        Assert.Equal(found is not null, choice.UsesOpenSsh);
        Assert.Equal(found is null ? 0 : 1, details.Count(text => text.Contains($"config:1: {found} {PathOf("token")}")));
    }

    [Fact]
    public void A_key_file_of_a_security_key_is_found_without_its_public_key()
    {
        var head = Encoding.ASCII.GetBytes("openssh-key-v1\0....sk-ssh-ed25519@openssh.com........");
        File.WriteAllText(
            PathOf("token"),
            $"-----BEGIN OPENSSH PRIVATE KEY-----\n{Convert.ToBase64String(head)}\n-----END OPENSSH PRIVATE KEY-----\n");

        Assert.True(Choose("IdentityFile ~/token").UsesOpenSsh);
    }

    [Fact]
    public void A_default_security_key_and_a_certificate_beside_a_key_choose_ssh()
    {
        Directory.CreateDirectory(PathOf(".ssh"));
        File.WriteAllText(PathOf(".ssh/id_ed25519_sk.pub"), "sk-ssh-ed25519@openssh.com AAAA me");
        File.WriteAllText(PathOf(".ssh/id_rsa-cert.pub"), "");

        Assert.Equal(
            [$"the security key {PathOf(".ssh/id_ed25519_sk")}", $"the certificate {PathOf(".ssh/id_rsa")}-cert.pub"],
            Choose("").Settings.Select(setting => setting.Name).OrderDescending());
    }

    private string PathOf(string name) => Path.Combine(home, name);

    private TransportChoice Choose(
        string config, Transport transport = Transport.Auto, string? program = "/usr/bin/ssh")
    {
        File.WriteAllText(PathOf("config"), config);
        details.Clear();
        var (target, options) = (new Target("web"), new SshOptions
        {
            ConfigFile = PathOf("config"),
            Account = new LocalAccount(home, "me", AgentSocket: null),
            Transport = transport,
            Program = program,
            OnDetail = (host, text) => details.Add($"{host}: {text}"),
        });
        var choice = TransportChoice.Of(target, options);
        choice.Tell(target, options);
        return choice;
    }
}

using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.HostKeys;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh.HostKeys;

public sealed class HostKeyTests(SshServer server) : IClassFixture<SshServer>
{
    [Fact]
    public async Task An_unknown_host_is_refused_with_its_fingerprint_and_advice()
    {
        var error = await server.FailAsync(With(""));
        Assert.Equal(ConnectionFailure.HostKey, error.Failure);
        Assert.Contains($"[127.0.0.1]:{server.Port}", error.Message);
        Assert.Contains("SHA256:", error.Message);
        Assert.Contains("ssh-keyscan", error.Message);
        Assert.Contains("accept-new", error.Message);
    }

    [Fact]
    public async Task A_changed_host_key_is_refused_with_file_and_line_even_when_new_keys_are_accepted()
    {
        await server.CreateKeyAsync("other");
        var options =
            With($"# a comment\n{Name} {server.PublicKey("other")}\n") with { HostKeyCheck = HostKeyCheck.AcceptNew };
        var error = await server.FailAsync(options);
        Assert.Equal(ConnectionFailure.HostKey, error.Failure);
        Assert.Contains($"{options.KnownHosts}:2", error.Message);
    }

    [Fact]
    public async Task A_host_key_that_is_known_and_revoked_is_refused()
    {
        var error = await server.FailAsync(With($"{Name} {Key}\n@revoked * {Key}\n"));
        Assert.Contains("revoked", error.Message);
        Assert.Equal(ConnectionFailure.HostKey, error.Failure);
    }

    [Fact]
    public async Task A_host_with_a_hashed_name_in_known_hosts_is_trusted() =>
        await AssertTrustedAsync(With($"{KnownHost.HashName(Name, [1, 2, 3, 4])} {Key}\n"));

    [Fact]
    public async Task A_host_with_several_known_key_types_is_trusted_by_the_one_it_has()
    {
        await server.CreateKeyAsync("ecdsa", "ecdsa");
        await AssertTrustedAsync(With($"{Name} {server.PublicKey("ecdsa")}\n{Name} {Key}\n"));
    }

    [Fact]
    public async Task The_key_of_a_new_host_is_written_once_and_trusted_from_then_on()
    {
        var options = With("no newline at the end") with { HostKeyCheck = HostKeyCheck.AcceptNew };
        await AssertTrustedAsync(options);
        await AssertTrustedAsync(options);
        await AssertTrustedAsync(options with { HostKeyCheck = HostKeyCheck.Strict });
        Assert.Equal(["no newline at the end", $"{Name} {Key}"],
            await File.ReadAllLinesAsync(options.KnownHosts!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_new_known_hosts_file_is_private_to_its_owner_and_hashed_on_request()
    {
        await File.WriteAllTextAsync(
            server.PathOf("hashing"), "HashKnownHosts yes\n", TestContext.Current.CancellationToken);
        var file = server.PathOf("deep/er/known_hosts");
        var options = server.Options with { KnownHosts = file, HostKeyCheck = HostKeyCheck.AcceptNew };
        await AssertTrustedAsync(options with { ConfigFile = server.PathOf("hashing") });
        Assert.Equal("600\n700\n", await SshServer.RunAsync("stat", "-c", "%a", file, Path.GetDirectoryName(file)!));
        Assert.StartsWith("|1|", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [WholeSuite, Fact]
    public async Task Repeated_key_exchanges_under_load_lose_no_data_and_write_a_new_host_once()
    {
        server.SkipIfMissing();
        await using var rekeyingServer = new SshServer { ExtraConfig = "RekeyLimit 1M" };
        await rekeyingServer.InitializeAsync();
        var options =
            rekeyingServer.Options with
            {
                KnownHosts = rekeyingServer.PathOf("fresh"),
                HostKeyCheck = HostKeyCheck.AcceptNew,
            };
        await using var connection = await rekeyingServer.ConnectAsync(options);
        var text = new string('x', 8_000_000);
        Assert.Equal((0, text, ""), await connection.RunAsync("cat", text));
        Assert.Single(await File.ReadAllLinesAsync(options.KnownHosts, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Hosts_appended_to_known_hosts_at_the_same_time_do_not_mix_their_lines()
    {
        var file = server.PathOf("together");
        Parallel.For(0, 50, i => KnownHostsWriter.Append(file, $"host{i}", "ssh-ed25519", [1, 2, 3], hashed: false));
        Assert.Equal(
            50, File.ReadAllLines(file).Count(line => line.EndsWith(" ssh-ed25519 AQID", StringComparison.Ordinal)));
    }

    [Theory, WholeSuite]
    [InlineData("127.0.0.1", true, null)]
    [InlineData("127.0.0.*", true, null)]
    [InlineData("elsewhere", false, "elsewhere")]
    public async Task A_host_certificate_is_trusted_for_its_principals_only(
        string principal, bool trusted, string? complaint)
    {
        server.SkipIfMissing();
        var name = $"certified-{Guid.NewGuid():N}";
        await using var certified = new SshServer { ExtraConfig = "HostCertificate FOLDER/host-cert.pub" };
        await certified.InitializeAsync();
        await certified.CreateKeyAsync("ca");
        await SshServer.RunAsync(
            "ssh-keygen", "-q", "-s", certified.PathOf("ca"), "-I", name, "-h", "-n", principal, "-V", "+1d",
            certified.PathOf("host.pub"));
        var options = certified.Options with { KnownHosts = certified.PathOf("authority") };
        await File.WriteAllTextAsync(options.KnownHosts, $"@cert-authority * {certified.PublicKey("ca")}\n",
            TestContext.Current.CancellationToken);
        if (trusted)
        {
            await using var connection = await certified.ConnectAsync(options);
            return;
        }

        Assert.Contains(complaint!, (await certified.FailAsync(options)).Message);
    }

    private string Name => $"[127.0.0.1]:{server.Port}";

    private string Key => server.PublicKey("host");

    private async Task AssertTrustedAsync(SshOptions options)
    {
        await using var connection = await server.ConnectAsync(options);
    }

    private SshOptions With(string knownHosts)
    {
        server.SkipIfMissing();
        var file = server.PathOf($"known_hosts-{Guid.NewGuid():N}");
        File.WriteAllText(file, knownHosts);
        return server.Options with { KnownHosts = file };
    }
}

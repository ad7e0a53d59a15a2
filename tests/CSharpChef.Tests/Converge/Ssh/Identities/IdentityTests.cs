using System.Diagnostics;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh.Identities;

public sealed class IdentityTests(SshServer server) : IClassFixture<SshServer>
{
    private static readonly LocalAccount nobody = new("/nonexistent", Environment.UserName, AgentSocket: null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_login_with_a_refused_key_is_an_error_that_names_key_user_and_server()
    {
        server.SkipIfMissing();
        var options = server.Options with { Account = nobody, Identity = await server.CreateKeyAsync("stranger") };
        var error = await server.FailAsync(options);
        Assert.Equal(ConnectionFailure.Authentication, error.Failure);
        Assert.Contains(options.Identity, error.Message);
        Assert.Contains(Environment.UserName, error.Message);
        Assert.Contains($"127.0.0.1:{server.Port}", error.Message);
    }

    [Fact]
    public async Task A_login_without_any_key_fails_with_an_error_that_names_the_missing_key()
    {
        var error = await server.FailAsync(server.Options with { Account = nobody });
        Assert.Equal(ConnectionFailure.Authentication, error.Failure);
        Assert.Contains("no key was found", error.Message);
    }

    [Theory, InlineData("ed25519"), InlineData("rsa"), InlineData("ecdsa"), WholeSuite]
    public async Task An_encrypted_key_asks_once_for_its_passphrase(string type)
    {
        server.SkipIfMissing();
        var key = await server.CreateKeyAsync($"locked-{type}", type, "correct horse");
        server.Authorize($"locked-{type}");
        var prompts = new List<string>();
        await AssertLogsInAsync(
            server.Options with { Identity = key, AskPassphrase = Answer("correct horse", prompts) });
        Assert.Equal([key], prompts);
    }

    [Fact]
    public async Task An_encrypted_key_behind_an_accepted_key_does_not_ask_for_its_passphrase()
    {
        server.SkipIfMissing();
        await server.CreateKeyAsync("late", "ed25519", "secret");
        var config = server.PathOf("late-config");
        await File.WriteAllTextAsync(config,
            $"IdentityFile {server.PathOf(".ssh/id_ed25519")}\nIdentityFile {server.PathOf("late")}\n", Ct);
        var prompts = new List<string>();
        await AssertLogsInAsync(server.Options with { ConfigFile = config, AskPassphrase = Answer("secret", prompts) });
        Assert.Empty(prompts);
    }

    [Theory, InlineData(null), InlineData("battery staple")]
    public async Task An_encrypted_key_with_a_missing_or_wrong_passphrase_is_an_error_that_names_the_key(string? answer)
    {
        server.SkipIfMissing();
        var key = await server.CreateKeyAsync($"shut-{Guid.NewGuid():N}", "ed25519", "correct horse");
        var error = await server.FailAsync(server.Options with { Identity = key, AskPassphrase = Answer(answer, []) });
        Assert.Equal(ConnectionFailure.Authentication, error.Failure);
        Assert.Contains(key, error.Message);
        Assert.Contains("passphrase", error.Message);
        Assert.DoesNotContain("battery", error.Message);
    }

    [Fact]
    public async Task A_default_key_that_cannot_be_opened_is_skipped()
    {
        server.SkipIfMissing();
        var config = server.PathOf("broken-config");
        await File.WriteAllTextAsync(server.PathOf("broken"), "not a key\n", Ct);
        await File.WriteAllTextAsync(config,
            $"IdentityFile {server.PathOf("broken")}\nIdentityFile {server.PathOf(".ssh/id_ed25519")}\n", Ct);
        await AssertLogsInAsync(server.Options with { ConfigFile = config });
    }

    [Fact]
    public async Task A_named_key_file_that_is_missing_or_malformed_is_an_error_that_names_it()
    {
        server.SkipIfMissing();
        var key = server.PathOf("garbage");
        await File.WriteAllTextAsync(key, "not a key\n", Ct);
        Assert.Contains(key, (await server.FailAsync(server.Options with { Identity = key })).Message);
        Assert.Contains(
            "does not exist", (await server.FailAsync(server.Options with { Identity = key + ".missing" })).Message);
    }

    [Theory, InlineData("ed25519"), InlineData("rsa"), InlineData("ecdsa"), WholeSuite]
    public async Task A_key_in_an_agent_logs_in(string type)
    {
        server.SkipIfMissing();
        await using var agent = await SshAgent.StartAsync(server.PathOf($"agent-{type}"));
        await agent.AddAsync(await server.CreateKeyAsync($"held-{type}", type));
        server.Authorize($"held-{type}");
        await AssertLogsInAsync(server.Options with { Account = nobody with { AgentSocket = agent.Socket } });
    }

    [Fact]
    public async Task IdentitiesOnly_skips_keys_of_the_agent_that_are_not_configured()
    {
        server.SkipIfMissing();
        await using var agent = await SshAgent.StartAsync(server.PathOf("agent-only"));
        await agent.AddAsync(await server.CreateKeyAsync("other-held"));
        server.Authorize("other-held");
        var config = server.PathOf("only-config");
        await File.WriteAllTextAsync(config, $"IdentitiesOnly yes\nIdentityAgent {agent.Socket}\n", Ct);
        var error = await server.FailAsync(server.Options with { Account = nobody, ConfigFile = config });
        Assert.Contains("no key was found", error.Message);
    }

    private async Task AssertLogsInAsync(SshOptions options)
    {
        await using var connection = await server.ConnectAsync(options);
        Assert.Equal("in\n", (await connection.RunAsync("echo in")).Output);
    }

    private static AskSecret Answer(string? answer, List<string> asked) => (what, _) =>
    {
        asked.Add(what);
        return Task.FromResult(answer);
    };

    private sealed class SshAgent(Process process, string socket) : IAsyncDisposable
    {
        public string Socket => socket;

        public static async Task<SshAgent> StartAsync(string socket)
        {
            var process = Process.Start(
                new ProcessStartInfo("ssh-agent", ["-D", "-a", socket]) { RedirectStandardOutput = true })!;
            await Eventually.TrueAsync(() => File.Exists(socket));
            return new(process, socket);
        }

        public async Task AddAsync(string key)
        {
            using var add = Process.Start(
                new ProcessStartInfo("ssh-add", ["-q", key]) { Environment = { ["SSH_AUTH_SOCK"] = socket } })!;
            await add.WaitForExitAsync(Ct);
            Assert.Equal(0, add.ExitCode);
        }

        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
    }
}

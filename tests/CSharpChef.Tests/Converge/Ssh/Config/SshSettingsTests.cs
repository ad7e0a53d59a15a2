using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Ssh.Config;

public sealed class SshSettingsTests : IDisposable
{
    private readonly string home = TemporaryFolder.Create("csharpchef-home-");

    [Fact]
    public void Without_an_ssh_config_the_settings_are_the_defaults_of_ssh()
    {
        var settings = Resolve("");
        Assert.Equal(("web", 22, "me"), (settings.HostName, settings.Port, settings.User));
        Assert.Equal([$"{home}/.ssh/id_ed25519", $"{home}/.ssh/id_ecdsa", $"{home}/.ssh/id_rsa"],
            settings.Identities.Select(file => file.Path));
        Assert.Equal(HostKeyCheck.Strict, settings.HostKeyCheck);
        Assert.Equal(TimeSpan.FromSeconds(10), settings.Times.Connect);
        Assert.Equal("/agent", settings.AgentSocket);
        Assert.Equal([$"{home}/.ssh/known_hosts", $"{home}/.ssh/known_hosts2", "/etc/ssh/ssh_known_hosts",
            "/etc/ssh/ssh_known_hosts2"], settings.KnownHosts);
    }

    [Theory]
    [InlineData("Port 2222")]
    [InlineData("Port=2222")]
    [InlineData("port = 2222")]
    [InlineData("  PORT \t \"2222\"  # comment")]
    [InlineData("Port 2222\nPort 3333")]
    [InlineData("Host db\nPort 1\nHost web\nPort 2222")]
    [InlineData("Host db w?b\nPort 2222")]
    [InlineData("Host * !web\nPort 1\nHost *\nPort 2222")]
    [InlineData("Match host web\nPort 2222")]
    [InlineData("HostName 10.0.0.1\nMatch host 10.0.0.1\nPort 2222")]
    [InlineData("HostName 10.0.0.1\nMatch host web\nPort 1\nMatch originalhost web\nPort 2222")]
    [InlineData("Match user me\nPort 2222")]
    [InlineData("User other\nMatch user other\nPort 2222")]
    [InlineData("Match !host db\nPort 2222")]
    [InlineData("Match host db,web user me\nPort 2222")]
    [InlineData("Match exec \"true\"\nPort 1\nMatch final\nPort 2\nMatch all\nPort 2222")]
    [InlineData("Host db\nInclude missing\nHost web\nPort 2222")]
    [InlineData("NoSuchKeyword yes\nPort 2222")]
    public void A_port_is_read_from_any_valid_spelling_of_ssh_config(string config) =>
        Assert.Equal(2222, Resolve(config).Port);

    [Fact]
    public void Every_supported_keyword_of_ssh_config_reaches_the_settings()
    {
        var settings = Resolve("""
            Host web
                HostName %h.example.com
                User deploy
                IdentityFile ~/.ssh/%h_%r
                IdentityFile "%d/with space"
                IdentitiesOnly yes
                IdentityAgent ~/agent.sock
                ProxyJump me@a:2200, b
                UserKnownHostsFile ~/one "~/two 2"
                GlobalKnownHostsFile none
                StrictHostKeyChecking accept-new
                HashKnownHosts yes
                ConnectTimeout 3
                HostKeyAlias web-alias
            """);
        Assert.Equal("web.example.com", settings.HostName);
        Assert.Equal(
            [$"{home}/.ssh/web.example.com_deploy", $"{home}/with space"],
            settings.Identities.Select(file => file.Path));
        Assert.True(settings.IdentitiesOnly);
        Assert.Equal($"{home}/agent.sock", settings.AgentSocket);
        Assert.Equal([$"{home}/one", $"{home}/two 2"], settings.KnownHosts);
        Assert.Equal(HostKeyCheck.AcceptNew, settings.HostKeyCheck);
        Assert.True(settings.HashKnownHosts);
        Assert.Equal(TimeSpan.FromSeconds(3), settings.Times.Connect);
        Assert.Equal("web-alias", settings.HostKeyName);
        Assert.Equal(["me@a:2200", "b"], settings.Jumps);
    }

    [Fact]
    public void The_target_overrides_the_options_and_the_options_override_ssh_config()
    {
        const string config = "User config\nPort 1\nIdentityFile /config\n";
        var options = new SshOptions { User = "options", Port = 2, Identity = "/options" };
        Assert.Equal(("config", 1), Who(Resolve(config)));
        Assert.Equal(("options", 2), Who(Resolve(config, options)));
        Assert.Equal(("target", 3), Who(Resolve(config, options, new Target("web") { User = "target", Port = 3 })));
        Assert.Equal(["/options", "/config"], Resolve(config, options).Identities.Select(file => file.Path));
    }

    [Fact]
    public void Included_files_are_read_in_place_and_relative_to_the_users_config()
    {
        Write(".ssh/config.d/10-a", "Port 2222\n");
        Write(".ssh/config.d/20-b", "Port 1\nUser included\n");
        Write(".ssh/config", "Include config.d/*\nPort 1\nUser late\n");
        var settings = SshSettingsResolver.Resolve(new Target("web"), new SshOptions { Account = Account });
        Assert.Equal(("included", 2222), Who(settings));
    }

    [Theory]
    [InlineData("\nPort many", ":2:")]
    [InlineData("Port", ":1:")]
    [InlineData("Port 70000", ":1:")]
    [InlineData("User \"open", ":1:")]
    [InlineData("\n\nStrictHostKeyChecking perhaps", ":3:")]
    [InlineData("IdentitiesOnly maybe", ":1:")]
    [InlineData("Host", ":1:")]
    [InlineData("Match", ":1:")]
    public void A_mistake_in_ssh_config_is_an_error_with_file_and_line(string config, string place)
    {
        var error = Assert.Throws<UsageException>(() => Resolve(config));
        Assert.Contains("test-config" + place, error.Message);
    }

    [Fact]
    public void An_ssh_config_that_includes_itself_is_an_error()
    {
        Write(".ssh/config", "Include config\n");
        Assert.Contains("nested",
            Assert.Throws<UsageException>(() => SshSettingsResolver.Resolve(new Target("web"),
                new SshOptions { Account = Account })).Message);
    }

    [Fact]
    public void A_named_ssh_config_that_does_not_exist_is_an_error() =>
        Assert.Throws<UsageException>(() => SshSettingsResolver.Resolve(new Target("web"),
            new SshOptions { Account = Account, ConfigFile = "/nonexistent" }));

    [Fact]
    public void ProxyJump_none_means_no_jump_host() => Assert.Empty(Resolve("ProxyJump none\nProxyJump a").Jumps);

    [Fact]
    public void Random_bytes_in_ssh_config_never_crash_the_parser()
    {
        var random = new Random(20261124);
        string[] parts = ["Host", "Match", "Port", "User", "HostName", " ", "=", "\"", "\n", "*", "!", "%h", "%", "#", "all",
            "host", "web", "22", "Include", "StrictHostKeyChecking", "yes"];
        for (var i = 0; i < 3000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var text = i % 2 == 0
                ? Encoding.Latin1.GetString(bytes)
                : string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => parts[random.Next(parts.Length)]));
            try
            {
                Resolve(text);
            }
            catch (UsageException)
            {
                // A reported mistake is not a crash.
            }
        }
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    private LocalAccount Account => new(home, "me", "/agent");

    private static (string User, int Port) Who(SshSettings settings) => (settings.User, settings.Port);

    private void Write(string name, string text)
    {
        var file = Path.Combine(home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private SshSettings Resolve(string config, SshOptions? options = null, Target? target = null)
    {
        options = (options ?? new()) with { Account = Account };
        target ??= new Target("web");
        var lines = SshConfigFiles.Parse(config.Split('\n'), "test-config");
        return SshSettingsResolver.Resolve(
            target, options, SshConfig.For(target.Address, target.User ?? options.User, lines, Account));
    }
}

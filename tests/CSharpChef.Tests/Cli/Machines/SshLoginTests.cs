using CSharpChef.Cli.Nouns.Machines;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Cli.Machines;

/// <summary>The user's own ssh, which a login to an instance starts.</summary>
public sealed class SshLoginTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-login-");

    [Fact]
    public void Ssh_connects_to_the_known_address_with_strict_host_keys_and_gets_the_words_that_follow()
    {
        var arguments = Login.Arguments("/tmp/a folder/known_hosts", ["-t", "uptime"]);

        Assert.Contains("UserKnownHostsFile=\"/tmp/a folder/known_hosts\"", arguments);
        Assert.Contains("StrictHostKeyChecking=yes", arguments);
        Assert.Contains("HostName=192.0.2.7", arguments);
        Assert.Equal(["-p", "2222", "-l", "ann", "web1", "-t", "uptime"], arguments.TakeLast(7));
    }

    [Fact]
    public async Task The_exit_code_is_that_of_ssh_and_the_file_of_host_keys_is_removed()
    {
        var program = Path.Combine(folder, "ssh");
        await File.WriteAllTextAsync(
            program,
            $"""
            #!/bin/sh
            cat "$(printf '%s' "$2" | sed 's/^UserKnownHostsFile="//; s/"$//')" >{folder}/keys
            printf '%s' "$2" >{folder}/option
            exit 7
            """,
            TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var code = await SshLogin.RunAsync(program, Login, [], TestContext.Current.CancellationToken);

        Assert.Equal(7, code);
        Assert.Equal("web1 ssh-ed25519 AAAA root@web1\n", await ReadAsync("keys"));
        Assert.False(File.Exists((await ReadAsync("option")).Split('"')[1]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static SshLogin Login => new("web1", "192.0.2.7", 2222, "ann")
    {
        HostKeys = ["ssh-ed25519 AAAA root@web1"],
    };

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken);
}

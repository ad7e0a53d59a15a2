using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.OpenSsh;
using CSharpChef.Converge.Targets;

namespace CSharpChef.TestSupport.Ssh;

/// <summary>A real sshd on loopback, with keys and a home of its own in a temporary folder.</summary>
public sealed class SshServer : IAsyncLifetime
{
    private const string Program = "/usr/sbin/sshd";

    private Process? sshd;

    public string Folder { get; } = TemporaryFolder.Create("csharpchef-sshd-");

    public int Port { get; private set; }

    public string ExtraConfig { get; init; } = "";

    /// <summary>What sshd wrote to its log, of which LogLevel in the extra configuration says how much.</summary>
    public string Log => File.ReadAllText(PathOf("log"));

    internal LocalAccount Account => new(Folder, Environment.UserName, AgentSocket: null);

    internal Target Target { get; } = new("127.0.0.1");

    internal SshOptions Options => new()
    {
        Port = Port,
        Account = Account,
        ConfigFile = PathOf("config"),
        KnownHosts = PathOf("known_hosts"),
        KeyExchange = KeyExchange.Classic,
    };

    /// <summary>The options for a connection by the ssh of this machine, which would look for keys elsewhere.</summary>
    internal SshOptions OpenSshOptions => Options with
    {
        Transport = Transport.OpenSsh,
        Program = OpenSshProgram.Find(),
        Identity = PathOf(".ssh/id_ed25519"),
    };

    public string PathOf(string name) => Path.Combine(Folder, name);

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        Directory.CreateDirectory(PathOf(".ssh"));
        Directory.CreateDirectory(PathOf("bin"));
        await File.WriteAllTextAsync(PathOf("config"), "");
        await CreateKeyAsync("host");
        await CreateKeyAsync(".ssh/id_ed25519");
        File.Copy(PathOf(".ssh/id_ed25519.pub"), PathOf("authorized_keys"));
        await StartAsync();
        await File.WriteAllTextAsync(PathOf("known_hosts"), $"[127.0.0.1]:{Port} {PublicKey("host")}\n");
    }

    /// <summary>
    /// Makes a key and returns its path. The key is cheap: few rounds for the passphrase, few bits for RSA.
    /// </summary>
    public async Task<string> CreateKeyAsync(string name, string type = "ed25519", string passphrase = "")
    {
        await RunAsync(
            "ssh-keygen", "-q", "-t", type, "-b", type == "rsa" ? "2048" : "256", "-a", "1", "-N", passphrase, "-f",
            PathOf(name), "-C", Path.GetFileName(name));
        return PathOf(name);
    }

    /// <summary>Writes a program into the first folder in the PATH of every session.</summary>
    public async Task AddProgramAsync(string name, string script)
    {
        await File.WriteAllTextAsync(PathOf("bin/" + name), $"#!/bin/sh\n{script}\n");
        await RunAsync("chmod", "755", PathOf("bin/" + name));
    }

    public string PublicKey(string name)
    {
        SkipIfMissing();
        return string.Join(' ', File.ReadAllText(PathOf(name + ".pub")).Split(' ').Take(2)).TrimEnd();
    }

    public void Authorize(string name) => File.AppendAllText(PathOf("authorized_keys"), PublicKey(name) + "\n");

    internal async Task<IConnection> ConnectAsync(SshOptions? options = null)
    {
        SkipIfMissing();
        return await SshConnector.ConnectAsync(Target, options ?? Options, TestContext.Current.CancellationToken);
    }

    /// <summary>Connects by the ssh of this machine. Skips the test where there is none.</summary>
    internal Task<IConnection> ConnectWithOpenSshAsync(SshOptions? options = null, Target? target = null)
    {
        SkipIfMissing();
        options ??= OpenSshOptions;
        Assert.SkipWhen(options.Program is null, "there is no ssh program here");
        return new SshRoute(target ?? Target, options).ConnectAsync(TestContext.Current.CancellationToken);
    }

    internal async Task<ConnectionException> FailAsync(SshOptions options, Target? target = null)
    {
        SkipIfMissing();
        return await Assert.ThrowsAsync<ConnectionException>(() => SshConnector.ConnectAsync(target ?? Target, options,
            TestContext.Current.CancellationToken));
    }

    public void SkipIfMissing()
    {
        if (Port == 0)
        {
            Assert.Skip($"{Program} is not installed");
        }
    }

    /// <summary>Sends a signal to the processes of the sessions, not to the process that listens.</summary>
    public async Task SignalSessionsAsync(string signal)
    {
        foreach (var pid in Children(sshd!.Id))
        {
            await RunAsync("kill", "-" + signal, pid.ToString());
        }
    }

    /// <summary>Starts sshd again, which then reads its keys and certificates again.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (sshd is not null)
        {
            await StopAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            program,
            arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    private static List<int> Children(int pid) =>
        DirectChildren(pid).SelectMany(child => Children(child).Prepend(child)).ToList();

    private static IEnumerable<int> DirectChildren(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/task/{pid}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(int.Parse);
        }
        catch (IOException)
        {
            // The process has ended.
            return [];
        }
    }

    private async Task StopAsync()
    {
        await SignalSessionsAsync("CONT");
        sshd!.Kill(entireProcessTree: true);
        await sshd.WaitForExitAsync();
        sshd.Dispose();
    }

    private async Task StartAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory("/run/sshd");
        }

        Port = FreePort.Find();
        await File.WriteAllTextAsync(PathOf("sshd_config"), $"""
            ListenAddress 127.0.0.1:{Port}
            HostKey {PathOf("host")}
            PidFile none
            UsePAM no
            StrictModes no
            PasswordAuthentication no
            PermitRootLogin yes
            AuthorizedKeysFile {PathOf("authorized_keys")}
            SetEnv PATH={PathOf("bin")}:/usr/bin:/bin HOME={Folder} CSHARPCHEF_STATE={PathOf("state")}
            {ExtraConfig.Replace("FOLDER", Folder, StringComparison.Ordinal)}
            """);
        await LaunchAsync();
    }

    private async Task LaunchAsync()
    {
        sshd = Process.Start(
            new ProcessStartInfo(Program, ["-D", "-E", PathOf("log"), "-f", PathOf("sshd_config")]) { RedirectStandardError = true })!;
        await Eventually.TrueAsync(ListensAsync);
    }

    private async Task<bool> ListensAsync()
    {
        if (sshd!.HasExited)
        {
            Assert.Fail($"sshd ended: {Log}");
        }

        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

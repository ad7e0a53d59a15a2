using System.Diagnostics;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Shell;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Discover;

/// <summary>
/// A connection to a shell of this machine, which runs its program instead of each requested command.
/// </summary>
internal sealed class NodeShell(params string[] command) : IConnection
{
    private static readonly Lazy<string> Applets = new(LinkApplets);

    /// <summary>The shells of the nodes that we support; busybox with a search path of its own applets only.</summary>
    public static NodeShell Named(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "facts are asked of Linux");
        return name == "busybox" ? Busybox() : new NodeShell(PathOfProgram(name), "-s");
    }

    public string? Path { get; init; }

    public int RoundTrips { get; private set; }

    public static string PathOfProgram(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Select(folder => System.IO.Path.Combine(folder, program))
            .FirstOrDefault(File.Exists)
        ?? Skipped($"there is no {program} here");

    public Task<IRemoteProcess> ExecAsync(string command, CancellationToken ct)
    {
        RoundTrips++;
        return Task.FromResult<IRemoteProcess>(new ShellProcess(Start()));
    }

    public async Task<string> RunAsync(string program, CancellationToken ct)
    {
        using var process = Start();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.StandardInput.BaseStream.WriteAsync(LosslessUtf8.Encode(program), ct);
        process.StandardInput.Close();
        Assert.Equal("", await errors);
        return await output;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NodeShell Busybox() => new(PathOfProgram("busybox"), "sh", "-s") { Path = Applets.Value };

    private static string LinkApplets()
    {
        var folder = TemporaryFolder.Create("applets-");
        using var install = Process.Start(PathOfProgram("busybox"), ["--install", "-s", folder]);
        install.WaitForExit();
        return folder;
    }

    private static string Skipped(string reason)
    {
        Assert.Skip(reason);
        return reason;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = Path ?? FactsProgram.Path;
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }

    private sealed class ShellProcess(Process process) : IRemoteProcess
    {
        public Stream Input => process.StandardInput.BaseStream;

        public Stream Output => process.StandardOutput.BaseStream;

        public Stream Error => process.StandardError.BaseStream;

        public Task<int?> Exit => ExitAsync();

        public void KeepRunning() => throw new NotSupportedException();

        public ValueTask DisposeAsync()
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task<int?> ExitAsync()
        {
            await process.WaitForExitAsync();
            return process.ExitCode > 128 ? null : process.ExitCode;
        }
    }
}

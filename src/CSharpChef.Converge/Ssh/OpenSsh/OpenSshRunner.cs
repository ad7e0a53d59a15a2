using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>Starts the user's ssh program.</summary>
internal sealed class OpenSshRunner(string program)
{
    /// <summary>Runs ssh to its end. Its children may keep the streams open.</summary>
    /// <returns>Its exit code, and what it printed until then.</returns>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        try
        {
            var (output, error) = (new StreamPrefix(process.StandardOutput), new StreamPrefix(process.StandardError));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, await output.TextAsync(), await error.TextAsync());
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>
    /// Runs ssh until it goes to the background. A proxy command keeps writing to the standard error, so that is a
    /// file.
    /// </summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> LogInAsync(IReadOnlyList<string> arguments, string errors, CancellationToken ct)
    {
        var shell = new OpenSshRunner("/bin/sh");
        string[] words = ["-c", "exec \"$@\" 2>\"$0\"", errors, program, .. arguments];
        return (await shell.RunAsync(words, ct)).ExitCode;
    }

    /// <summary>
    /// Starts ssh for a command. A terminal sends Ctrl-C to all processes of its foreground; this one is in a session
    /// of its own where setsid can do that, so that only we get it.
    /// </summary>
    public OpenSshProcess Start(IReadOnlyList<string> arguments) => new(
        OpenSshProgram.Setsid is { } setsid ? Start(setsid, [program, .. arguments]) : Start(program, arguments));

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ConnectionException(
                ConnectionFailure.Unreachable, $"Cannot start {program}: {e.Message}. Check that it is there.", e);
        }
    }

    /// <summary>What a stream brings while another process may keep it open.</summary>
    private sealed class StreamPrefix
    {
        private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);

        private readonly StringBuilder text = new();
        private readonly Task reading;

        public StreamPrefix(StreamReader stream) => reading = ReadAsync(stream);

        public async Task<string> TextAsync()
        {
            await reading.WaitAsync(LongestWait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (text)
            {
                return text.ToString();
            }
        }

        private async Task ReadAsync(StreamReader stream)
        {
            var buffer = new char[4096];
            while (await stream.ReadAsync(buffer) is > 0 and var count)
            {
                lock (text)
                {
                    text.Append(buffer, 0, count);
                }
            }
        }
    }
}

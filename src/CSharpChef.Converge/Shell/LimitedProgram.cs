using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CSharpChef.Converge.Shell;

/// <summary>
/// Runs a program of this machine with limits of time and output. The result is what it wrote until it ended: processes
/// that it has started and left running are not waited for, although they may hold its output open.
/// </summary>
/// <param name="start">The program. Its outputs are read, and its input is written, where they are redirected.</param>
/// <param name="limit">The time after which it is killed with its children.</param>
/// <param name="clock">Measures that time.</param>
internal sealed class LimitedProgram(ProcessStartInfo start, TimeSpan limit, TimeProvider clock)
{
    /// <summary>How long to read on after the program has ended, when others hold its output open.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromMilliseconds(250);

    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private volatile bool isTooLong;

    /// <summary>The number of characters that the program may write to each of its outputs.</summary>
    public int MostOutput { get; init; } = 4 * 1024 * 1024;

    /// <param name="input">What the program reads from its input.</param>
    /// <param name="ct">Kills the program and its children.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    /// <exception cref="InvalidDataException">It wrote too much, and was killed.</exception>
    public async Task<ProgramResult> RunAsync(string input, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        using var process = Process.Start(start)!;
        await using var kill = stop.Token.Register(() => Kill(process));
        try
        {
            return await RunAsync(process, input, stop.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"did not end within {limit.TotalSeconds:0} s and was killed");
        }
    }

    private async Task<ProgramResult> RunAsync(Process process, string input, CancellationToken ct)
    {
        using var drained = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reads = Task.WhenAll(
            FillAsync(output, start.RedirectStandardOutput ? process.StandardOutput : null, process, drained.Token),
            FillAsync(errors, start.RedirectStandardError ? process.StandardError : null, process, drained.Token));
        await WriteAsync(process, input);
        await process.WaitForExitAsync(ct);
        drained.CancelAfter(Drain);
        try
        {
            await reads;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Another process still holds an output open.
        }

        ct.ThrowIfCancellationRequested();
        return isTooLong
            ? throw new InvalidDataException($"wrote more than {MostOutput / 1024 / 1024} MB and was killed")
            : new ProgramResult(process.ExitCode, output.ToString(), errors.ToString());
    }

    private async Task FillAsync(StringBuilder text, StreamReader? reader, Process process, CancellationToken ct)
    {
        var buffer = new char[4096];
        while (reader is not null && await reader.ReadAsync(buffer, ct) is > 0 and var count)
        {
            text.Append(buffer, 0, count);
            if (text.Length > MostOutput)
            {
                isTooLong = true;
                Kill(process);
                return;
            }
        }
    }

    private async Task WriteAsync(Process process, string input)
    {
        if (!start.RedirectStandardInput)
        {
            return;
        }

        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before it read all of its input.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // The process has ended already.
        }
    }
}

/// <summary>The exit code of a program and what it wrote.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors);

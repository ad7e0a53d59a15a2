using System.Globalization;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;
using CSharpChef.Converge.Summarize;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// One program on one machine, from its start to its end. The link may break in between: then the program goes on
/// there, and this comes back and reads on in its journal. The same run never starts twice.
/// </summary>
internal sealed class NodeRun(
    HostConnection connection, RunOptions options, Elevation elevation, ShellProgram program, ResultReader reader, RunName name, string label)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    public async Task RunAsync(string token, ConvergeMode mode, CancellationToken ct)
    {
        await using var cancel = options.Cancel.UnsafeRegister(_ => _ = CancelAsync(token, ct), null);
        try
        {
            await StartAsync(token, mode, ct);
        }
        catch (ConnectionException e) when (e.Failure == ConnectionFailure.Lost
            && mode == ConvergeMode.Converge
            && options.Reconnect > TimeSpan.Zero)
        {
            await ComeBackAsync(token, mode, e, ct);
        }
    }

    private async Task StartAsync(string token, ConvergeMode mode, CancellationToken ct)
    {
        var word = mode == ConvergeMode.Plan ? "plan" : "converge";
        var arguments = $"{token} {word} {name} {(options.Wait ? "wait" : "fail")} {ShellQuote.Word(options.Who)}";
        await using var process =
            await RemoteShell.StartAsync(await connection.GetAsync(), elevation, arguments, ct);
        await new ProgramRun(process, program, elevation).RunAsync(reader, ct);
    }

    private async Task ComeBackAsync(string token, ConvergeMode mode, ConnectionException lost, CancellationToken ct)
    {
        var since = options.Clock.GetTimestamp();
        for (var pause = FirstPause;
            options.Clock.GetElapsedTime(since) < options.Reconnect;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            reader.OnNote?.Invoke("the connection was lost: connecting again");
            await connection.ForgetAsync();
            await Task.Delay(pause, options.Clock, ct);
            try
            {
                await ReadOnAsync(token, mode, ct);
                return;
            }
            catch (ConnectionException e) when (
                e.Failure is ConnectionFailure.Lost or ConnectionFailure.Unreachable or ConnectionFailure.TimedOut
                    or ConnectionFailure.Dropped)
            {
                lost = e;
            }
        }

        throw new ConnectionException(
            lost.Failure, $"{lost.Message}\nThe run {name} may still go on there: see csharpchef runs {label}", lost);
    }

    private async Task ReadOnAsync(string token, ConvergeMode mode, CancellationToken ct)
    {
        var open = await connection.GetAsync();
        await FeedAsync(open, token, ct);
        await using var process = await SideProgram.StartAsync(
            open, elevation, SideProgram.Follow, string.Create(
                CultureInfo.InvariantCulture, $"{token} {name} {reader.Lines}"), ct);
        if (!await new ProgramRun(process, program, elevation).FollowAsync(
            reader, () => FeedAsync(open, token, ct), ct))
        {
            reader.Restart();
            await StartAsync(token, mode, ct);
        }
    }

    /// <summary>
    /// Writes on with the content that the program waits for, if it does, from where its transfer broke.
    /// </summary>
    private async Task FeedAsync(IConnection open, string token, CancellationToken ct)
    {
        if (reader.Need is not var (sum, path))
        {
            return;
        }

        await using var process =
            await SideProgram.StartAsync(open, elevation, SideProgram.Feed, $"{token} {ShellQuote.Word(path)}", ct);
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            if (line.StartsWith($"{token} have ", StringComparison.Ordinal))
            {
                await using var content = program.Contents[sum].OpenRead();
                content.Seek(long.TryParse(line.Split(' ')[2], CultureInfo.InvariantCulture, out var have)
                    ? have
                    : content.Length, SeekOrigin.Begin);
                await content.CopyToAsync(process.Input, ct);
                await process.Input.DisposeAsync();
            }
        }

        await process.Exit.WaitAsync(ct);
    }

    private async Task CancelAsync(string token, CancellationToken ct)
    {
        try
        {
            await SideProgram.RunAsync(
                await connection.GetAsync(), elevation, SideProgram.Cancel, $"{token} {name}", ct);
        }
        catch (Exception e) when (e is ChefException or IOException or OperationCanceledException)
        {
            reader.OnNote?.Invoke($"could not cancel: {e.Message}");
        }
    }
}

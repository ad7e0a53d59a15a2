using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;
using CSharpChef.Converge.Summarize;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// A program that runs on a machine: hands over the content it asks for, and reads its lines as they come.
/// </summary>
internal sealed class ProgramRun(IRemoteProcess process, ShellProgram program, Elevation elevation)
{
    /// <summary>Sends the program, and reads it to its end.</summary>
    /// <exception cref="ConnectionException">The link broke before that.</exception>
    public Task RunAsync(ResultReader reader, CancellationToken ct)
    {
        var sending = SendAsync(ct);
        return ReadAsync(reader, async sum => await SendContentAsync(sum, sending, ct), ct);
    }

    /// <summary>
    /// Reads a run to its end that another connection began, and brings what it asks for by <paramref name="feed"/>.
    /// </summary>
    /// <returns>False when the machine knows no run of that name.</returns>
    public async Task<bool> FollowAsync(ResultReader reader, Func<Task> feed, CancellationToken ct)
    {
        await ReadAsync(reader, _ => feed(), ct);
        return !reader.Unknown;
    }

    private async Task ReadAsync(ResultReader reader, Func<string, Task> bring, CancellationToken ct)
    {
        var errors = ReadErrorsAsync(ct);
        try
        {
            await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
            {
                if (reader.Read(line) is { } sum)
                {
                    await bring(sum);
                }

                if (reader.Ended || reader.Unknown)
                {
                    return;
                }
            }
        }
        catch (IOException e)
        {
            throw new ConnectionException(
                ConnectionFailure.Lost, $"the connection was lost while the program ran: {e.Message}", e);
        }

        throw Unfinished(reader, await process.Exit.WaitAsync(ct), await errors);
    }

    private async Task SendAsync(CancellationToken ct)
    {
        await process.Input.WriteAsync(AnyBytes.Encode(program.Text), ct);
        await process.Input.FlushAsync(ct);
    }

    private async Task SendContentAsync(string sum, Task sending, CancellationToken ct)
    {
        await sending;
        await using var content = program.Contents[sum].OpenRead();
        await content.CopyToAsync(process.Input, ct);
        await process.Input.FlushAsync(ct);
    }

    private async Task<string> ReadErrorsAsync(CancellationToken ct)
    {
        var text = new StringBuilder();
        try
        {
            await foreach (var line in OutputLines.ReadAsync(process.Error, ct))
            {
                text.Append(text.Length < 4096 ? line + "\n" : "");
            }
        }
        catch (Exception e) when (e is IOException or ConnectionException)
        {
            // The other stream tells.
        }

        return text.ToString().TrimEnd();
    }

    private ChefException Unfinished(ResultReader reader, int? code, string errors)
    {
        var said = errors.Length > 0 ? $"\n{errors}" : "";
        return (reader.Started, code) switch
        {
            _ when reader.Cut => new ConvergeException(
                "the program on the machine was killed, or the machine restarted: run again, and it goes on from there"),
            (false, _) => RemoteShell.Explain(elevation, code),
            (_, null) =>
                new ConnectionException(ConnectionFailure.Lost, $"the connection was lost while the program ran{said}"),
            _ => new ConvergeException($"the program ended early with exit code {code}{said}"),
        };
    }
}

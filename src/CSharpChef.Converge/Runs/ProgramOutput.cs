using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>Reads what a running program prints until the run ends, and explains an end that comes too early.</summary>
internal sealed class ProgramOutput(IRemoteProcess process, RunProgress progress, Elevation elevation)
{
    private const int LongestErrors = 4096;

    /// <param name="onLine">Called with each line.</param>
    /// <param name="sendContentAsync">Called when the program waits for content.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <exception cref="ConnectionException">The connection was lost before the run ended.</exception>
    public async Task ReadAsync(Action<string> onLine, Func<Task> sendContentAsync, CancellationToken ct)
    {
        var errors = ReadErrorsAsync(ct);
        try
        {
            await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
            {
                progress.Read(line);
                onLine(line);
                if (progress.MissingContent is not null)
                {
                    await sendContentAsync();
                }

                if (progress.HasEnded || progress.IsUnknown)
                {
                    return;
                }
            }
        }
        catch (IOException e)
        {
            throw Lost($": {e.Message}", e);
        }

        throw Explain(await process.Exit.WaitAsync(ct), await errors);
    }

    private async Task<string> ReadErrorsAsync(CancellationToken ct)
    {
        var text = new StringBuilder();
        try
        {
            await foreach (var line in OutputLines.ReadAsync(process.Error, ct))
            {
                text.Append(text.Length < LongestErrors ? line + "\n" : "");
            }
        }
        catch (Exception e) when (e is IOException or ConnectionException)
        {
            // Reading standard output fails too, and reports it.
        }

        return text.ToString().TrimEnd();
    }

    private ChefException Explain(int? exitCode, string errors)
    {
        var details = errors.Length > 0 ? $"\n{errors}" : "";
        return (progress.HasStarted, exitCode) switch
        {
            _ when progress.IsInterrupted => new ConvergeException(
                "the program on the machine was killed, or the machine restarted: run again to continue where it stopped"),
            (false, _) => RemoteShell.Explain(elevation, isPastLogin: true, exitCode, Excerpt.Of(errors)),
            (_, null) => Lost(details),
            _ => new ConvergeException($"the program ended early with exit code {exitCode}{details}"),
        };
    }

    private static ConnectionException Lost(string details, Exception? inner = null) => new(
        ConnectionFailure.Lost, $"the connection was lost while the program ran{details}", inner);
}

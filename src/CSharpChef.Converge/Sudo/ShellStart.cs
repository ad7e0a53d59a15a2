using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>
/// Sends a program to a shell that has been started, and waits for its first line. Before the program goes a line that
/// makes the shell answer as soon as it reads, however long the program takes to arrive.
/// </summary>
internal sealed class ShellStart(IRemoteProcess process, Elevation elevation, TimeProvider clock, string ssh)
{
    private const int Part = 16 * 1024;

    private readonly string login = "";
    private readonly PrintedStreams streams = new(process);

    /// <summary>The word that the login shell prints before our command; empty when the command runs.</summary>
    public string Login
    {
        get => login;
        init => (login, streams) = (value, new(process) { Hidden = [value] });
    }

    /// <summary>True when the login shell ran our command.</summary>
    public bool IsPastLogin { get; private set; }

    /// <summary>What a shell that ended early, or what runs instead of it, printed.</summary>
    public string Words { get; private set; } = "";

    /// <param name="program">The program.</param>
    /// <param name="token">The first word of each line that the program prints for us, and its first argument.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The process, its output from the first such line on; null when it ended before.</returns>
    /// <exception cref="Errors.ConnectionException">No answer came in time, or the connection was lost.</exception>
    public async Task<IRemoteProcess?> SendAsync(string program, string token, CancellationToken ct)
    {
        using var answer = new FirstAnswer(clock, ssh, elevation is Elevation.Sudo, ct);
        var sending = WriteAsync(LosslessUtf8.Encode(Beginning(token) + program), answer);
        while (!streams.Output.FindLine($"{token} "))
        {
            if (streams.Output.AtEnd)
            {
                IsPastLogin = streams.Output.Take(Login);
                Words = Excerpt.Of(await streams.WordsAsync(IsPastLogin, ct), program);
                return null;
            }

            await answer.WaitAsync(streams, "the program", program);
            await streams.CollectAsync();
        }

        await sending.WaitAsync(ct);
        return streams.Rest();
    }

    // A start file may start another shell in place of our command, as another user: it must not run the program.
    private static string Beginning(string token) =>
        $"[ \"$1\" = {token} ] || exit\nprintf '\\n%s reading\\n' \"$1\"\n";

    // The time starts again with each part, so that it also ends the wait for a host that stops reading.
    private async Task WriteAsync(byte[] text, FirstAnswer answer)
    {
        try
        {
            for (var at = 0; at < text.Length; at += Part)
            {
                answer.BeginWait();
                await process.Input.WriteAsync(text.AsMemory(at, Math.Min(Part, text.Length - at)), answer.Token);
            }

            await process.Input.FlushAsync(answer.Token);
            answer.BeginWait();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The shell has ended, or the time is up: the reader of its output explains it.
        }
    }
}

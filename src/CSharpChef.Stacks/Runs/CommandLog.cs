using System.Globalization;
using System.Text;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs;

/// <summary>
/// The log of a command while it runs. Lines are gathered for a moment and stored, so that others can read along. Their
/// texts must have no secrets.
/// </summary>
internal sealed class CommandLog : IAsyncDisposable
{
    private const int Largest = 5 << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly DocumentStore store;
    private readonly string command;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly StringBuilder waiting = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task writing;
    private long written;
    private bool isFull;

    private CommandLog(DocumentStore store, string command, TimeProvider clock, long written)
    {
        (this.store, this.command, this.clock, this.written) = (store, command, clock, written);
        writing = WriteAsync();
    }

    /// <summary>Opens the log of a command, behind what an earlier attempt wrote.</summary>
    public static async Task<CommandLog> OpenAsync(
        DocumentStore store, string command, TimeProvider clock, CancellationToken ct) =>
        new(store, command, clock, await store.ReadAsync(session => session.LengthAsync(command), ct));

    /// <summary>Adds a text of one or several lines with the time.</summary>
    public void Add(string text)
    {
        var time = clock.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        lock (gate)
        {
            if (isFull)
            {
                return;
            }

            foreach (var line in text.TrimEnd().Split('\n'))
            {
                waiting.Append(time).Append("  ").Append(line.TrimEnd('\r')).Append('\n');
            }

            if (written + waiting.Length > Largest)
            {
                isFull = true;
                waiting.Append(time).Append("  The log is full: what follows is not kept.\n");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await writing;
        await FlushAsync();
        ended.Dispose();
    }

    private async Task WriteAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await FlushAsync();
        }
    }

    // While the store is unavailable, the lines wait for the next time.
    private async Task FlushAsync()
    {
        string body;
        lock (gate)
        {
            body = waiting.ToString();
        }

        try
        {
            await (body.Length == 0 ? Task.CompletedTask : StoreAsync(body));
        }
        catch (StoreFailureException)
        {
            return;
        }

        lock (gate)
        {
            waiting.Remove(0, body.Length);
            written += body.Length;
        }
    }

    private Task StoreAsync(string body) => store.WriteAsync(
        async session =>
        {
            await session.AppendLogAsync(command, written, body);
            return true;
        },
        CancellationToken.None);
}

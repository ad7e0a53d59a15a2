using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Local;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// The connection of a run to its host: opened once, in the background, and opened again when it is lost.
/// </summary>
internal sealed class HostConnection(
    string host, Func<CancellationToken, Task<IConnection>> connect, CancellationToken runCt) : IAsyncDisposable
{
    private readonly CancellationTokenSource disposed = CancellationTokenSource.CreateLinkedTokenSource(runCt);
    private Task<IConnection>? opening;
    private IConnection? open;
    private int earlierRoundTrips;

    public HostConnection(Target target, SshRoute route, CancellationToken ct)
        : this(target.Name, cancel => ConnectAsync(target, route, cancel), ct) =>
        (Argument, Ssh) = (target.Argument, route.ByHand);

    /// <summary>The host's name, for messages.</summary>
    public string Host => host;

    /// <summary>The argument that names the host on the command line.</summary>
    public string Argument { get; init; } = "";

    /// <summary>The command with which a person can log in.</summary>
    public string Ssh { get; init; } = "ssh";

    /// <summary>The commands started so far, on lost connections too.</summary>
    public int RoundTrips => earlierRoundTrips + (open?.RoundTrips ?? 0);

    /// <summary>Starts to connect, unless that has begun already.</summary>
    public void Begin() => opening ??= Task.Run(() => connect(disposed.Token), disposed.Token);

    public async Task<IConnection> GetAsync(CancellationToken ct)
    {
        Begin();
        return open = await opening!.WaitAsync(ct);
    }

    /// <summary>
    /// Uses the connection while another command runs on it, or another connection where the host allows no second
    /// command.
    /// </summary>
    public async Task<T> UseBesideAsync<T>(Func<IConnection, Task<T>> use, CancellationToken ct)
    {
        try
        {
            return await use(await GetAsync(ct));
        }
        catch (ConnectionException e) when (e.Failure == ConnectionFailure.NoSession)
        {
            await using var another = await connect(ct);
            return await use(another);
        }
    }

    /// <summary>Closes a lost connection; the next call of <see cref="GetAsync"/> opens another.</summary>
    public async Task ResetAsync()
    {
        earlierRoundTrips = RoundTrips;
        await CloseAsync();
        (opening, open) = (null, null);
    }

    /// <summary>Cancels a login that is under way, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await disposed.CancelAsync();
        await CloseAsync();
        disposed.Dispose();
    }

    private static async Task<IConnection> ConnectAsync(Target target, SshRoute route, CancellationToken ct) =>
        target.IsLocal ? new LocalConnection() : await route.ConnectAsync(ct);

    private async Task CloseAsync()
    {
        if (opening is null)
        {
            return;
        }

        try
        {
            await (await opening).DisposeAsync();
        }
        catch (Exception e) when (e is ChefException or OperationCanceledException or IOException)
        {
            // It was never opened, or is lost already.
        }
    }
}

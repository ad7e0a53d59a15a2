using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Runs;

/// <summary>The one connection of a run to one machine: made at once, and made anew when it broke.</summary>
internal sealed class HostConnection(Target target, SshOptions options, CancellationToken ct) : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
    private Task<IConnection>? making;
    private IConnection? open;
    private int before;

    /// <summary>On all connections together.</summary>
    public int RoundTrips => before + (open?.RoundTrips ?? 0);

    /// <summary>Starts to connect, if nothing has yet.</summary>
    public void Begin() => making ??= Task.Run(() => SshConnector.ConnectAsync(target, options, ended.Token), ended.Token);

    public async Task<IConnection> GetAsync()
    {
        Begin();
        return open = await making!;
    }

    /// <summary>Lets go of a broken connection; the next use makes another.</summary>
    public async Task ForgetAsync()
    {
        before = RoundTrips;
        await CloseAsync();
        (making, open) = (null, null);
    }

    /// <summary>Waits for no login that nobody will use.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await CloseAsync();
        ended.Dispose();
    }

    private async Task CloseAsync()
    {
        if (making is null)
        {
            return;
        }

        try
        {
            await (await making).DisposeAsync();
        }
        catch (Exception e) when (e is ChefException or OperationCanceledException or IOException)
        {
            // It was never made, or is broken: nothing to let go of.
        }
    }
}

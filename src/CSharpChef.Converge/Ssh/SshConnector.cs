using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Ssh;

/// <summary>Connects to the host of a target, through its jump hosts, and retries when a server drops us.</summary>
internal sealed class SshConnector(SshSettings settings, SshOptions options, TimeProvider time)
{
    private const int LongestChain = 8;

    /// <summary>
    /// What to close along with the connection, or when it fails: the connections before it, the slot.
    /// </summary>
    private readonly List<IAsyncDisposable> jumps = [];

    public static Task<SshConnection> ConnectAsync(Target target, SshOptions options, CancellationToken ct)
    {
        var settings = SshSettingsResolver.Resolve(target, options);
        return new SshConnector(settings, options, TimeProvider.System).ConnectAsync(depth: 0, ct);
    }

    private async Task<SshConnection> ConnectAsync(int depth, CancellationToken ct)
    {
        if (depth > LongestChain)
        {
            throw new UsageException(
                $"The connection to {settings.Alias} needs more than {LongestChain} jump hosts. Look for a "
                + "circle of ProxyJump in your ssh config.");
        }

        try
        {
            var jump = settings.Jumps.Count == 0 ? null : await ConnectToJumpAsync(depth, ct);
            return await ConnectRetry.RunAsync(() => LogInAsync(jump, ct), time, ct);
        }
        catch
        {
            foreach (var jumpConnection in jumps)
            {
                await jumpConnection.DisposeAsync();
            }

            throw;
        }
    }

    private async Task<SshConnection> LogInAsync(SshConnection? jump, CancellationToken ct)
    {
        var login = new SshLogin(settings, options, time);
        if (jump is null)
        {
            return await login.ConnectAsync(via: null, jumps, ct);
        }

        var port = await JumpPort.OpenAsync(jump, settings, ct);
        try
        {
            return await login.ConnectAsync(("127.0.0.1", port.Port), [port, .. jumps], ct);
        }
        catch
        {
            await port.DisposeAsync();
            throw;
        }
    }

    // Of a,b,c the last is the neighbour of the target, and the ones before lead to it.
    private async Task<SshConnection> ConnectToJumpAsync(int depth, CancellationToken ct)
    {
        var jumpSettings = JumpSettings();
        if (depth == 0)
        {
            // One slot for the whole chain: connections that wait for each other's second slot would never end.
            jumps.Add(await options.JumpSlots.AcquireAsync(jumpSettings.Endpoint, ct));
        }

        var jump = await new SshConnector(jumpSettings, options, time).ConnectAsync(depth + 1, ct);
        jumps.Insert(0, jump);
        return jump;
    }

    private SshSettings JumpSettings()
    {
        var neighbour = JumpHost.Parse(settings.Jumps[^1]);
        var earlier = settings.Jumps.SkipLast(1).ToList();
        var resolved =
            SshSettingsResolver.Resolve(neighbour, options with { User = null, Port = null, Identity = null });
        return earlier.Count > 0 ? resolved with { Jumps = earlier } : resolved;
    }
}

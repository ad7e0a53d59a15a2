using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Local;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Ssh;

/// <summary>Makes the way to a machine, whichever way that is.</summary>
internal static class SshConnector
{
    private const int LongestChain = 8;

    public static async Task<IConnection> ConnectAsync(Target target, SshOptions options, CancellationToken ct) =>
        target.IsLocal
            ? new LocalConnection()
            : await ConnectAsync(
                SshSettingsResolver.Resolve(target, options), options, TimeProvider.System, depth: 0, ct);

    private static async Task<SshConnection> ConnectAsync(
        SshSettings settings, SshOptions options, TimeProvider time, int depth,
        CancellationToken ct)
    {
        if (depth > LongestChain)
        {
            throw new UsageException(
                $"The way to {settings.Alias} leads over more than {LongestChain} jump hosts. Look for a "
                + "circle of ProxyJump in your ssh config.");
        }

        var closers = new List<IAsyncDisposable>();
        try
        {
            var jump = await JumpAsync(settings, options, time, depth, closers, ct);
            return await ConnectRetry.RunAsync(
                () => LogInAsync(jump, new SshLogin(settings, options, time), settings, closers, ct), time, ct);
        }
        catch
        {
            foreach (var closer in closers)
            {
                await closer.DisposeAsync();
            }

            throw;
        }
    }

    private static async Task<SshConnection> LogInAsync(
        SshConnection? jump, SshLogin connector, SshSettings settings, List<IAsyncDisposable> closers, CancellationToken ct)
    {
        if (jump is null)
        {
            return await connector.ConnectAsync(via: null, closers, ct);
        }

        var port = await JumpPort.OpenAsync(jump, settings, ct);
        try
        {
            return await connector.ConnectAsync(("127.0.0.1", port.Port), [port, .. closers], ct);
        }
        catch
        {
            await port.DisposeAsync();
            throw;
        }
    }

    // Of a,b,c the last is the neighbour of the target, and the ones before lead to it.
    private static async Task<SshConnection?> JumpAsync(
        SshSettings settings, SshOptions options, TimeProvider time, int depth, List<IAsyncDisposable> closers, CancellationToken ct)
    {
        if (settings.Jumps.Count == 0)
        {
            return null;
        }

        var before = settings.Jumps.SkipLast(1).ToList();
        var hop = Hop(settings.Jumps[^1]);
        var jumpSettings = SshSettingsResolver.Resolve(hop, options with { User = null, Port = null, Identity = null });
        jumpSettings = before.Count > 0 ? jumpSettings with { Jumps = before } : jumpSettings;
        if (depth == 0)
        {
            // One each, for its whole chain: connections that wait for each other's second place would wait for ever.
            closers.Add(await JumpSlots.AcquireAsync(jumpSettings.Endpoint, ct));
        }

        var jump = await ConnectAsync(jumpSettings, options, time, depth + 1, ct);
        closers.Insert(0, jump);
        return jump;
    }

    private static Target Hop(string text)
    {
        var at = text.LastIndexOf('@');
        var (user, host) = at < 0 ? (null, text) : (text[..at], text[(at + 1)..]);
        var colon = host.LastIndexOf(':');
        var hasPort = colon > 0 && (host.IndexOf(':') == colon || host[colon - 1] == ']');
        int? port = hasPort && int.TryParse(host[(colon + 1)..], out var number) ? number : null;
        var name = (hasPort ? host[..colon] : host).Trim('[', ']');
        return new Target(name) { User = user, Port = port };
    }
}

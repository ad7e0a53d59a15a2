using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.OpenSsh;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Ssh;

/// <summary>The way to the host of a target: by the built-in client, or by the user's ssh.</summary>
internal sealed class SshRoute
{
    private readonly Target target;
    private readonly SshOptions options;
    private readonly Lazy<TransportChoice> choice;
    private readonly Lazy<OpenSshConnector> openSsh;

    public SshRoute(Target target, SshOptions options)
    {
        (this.target, this.options) = (target, options);
        choice = new(Choose);
        openSsh = new(() => new OpenSshConnector(target, options, options.Program!));
    }

    /// <summary>The command with which a person can log in.</summary>
    public string ByHand => new OpenSshArguments(target, options, "ssh").ByHand;

    /// <summary>The account and address at the end of the way.</summary>
    /// <exception cref="UsageException">A setting of ssh_config has a mistake, or cannot be honoured.</exception>
    public async Task<RouteEnd> EndAsync(CancellationToken ct)
    {
        if (choice.Value.UsesOpenSsh)
        {
            var host = await openSsh.Value.SettingsAsync(ct);
            return new RouteEnd(host.User, host.HostName, host.Port);
        }

        var settings = SshSettingsResolver.Resolve(target, options);
        return new RouteEnd(settings.User, settings.HostName, settings.Port);
    }

    public async Task<IConnection> ConnectAsync(CancellationToken ct)
    {
        if (choice.Value.UsesOpenSsh)
        {
            return await openSsh.Value.ConnectAsync(ct);
        }

        try
        {
            return await SshConnector.ConnectAsync(target, options, ct);
        }
        catch (ConnectionException e)
            when (e.Failure == ConnectionFailure.Authentication && choice.Value.LoginHint.Length > 0)
        {
            throw new ConnectionException(e.Failure, e.Message + choice.Value.LoginHint, e);
        }
    }

    private TransportChoice Choose()
    {
        var chosen = TransportChoice.Of(target, options);
        chosen.Tell(target, options);
        return chosen;
    }
}

using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>
/// Connects to the host of a target with the user's ssh: over the user's open master, or one of our own.
/// </summary>
internal sealed class OpenSshConnector
{
    private readonly SshOptions options;
    private readonly OpenSshRunner runner;
    private readonly OpenSshArguments arguments;
    private readonly string name;
    private Task<OpenSshSettings>? settings;

    public OpenSshConnector(Target target, SshOptions options, string program)
    {
        (this.options, name) = (options, target.Name);
        (runner, arguments) = (new OpenSshRunner(program), new OpenSshArguments(target, options, program));
    }

    /// <summary>The settings of the host as ssh resolves them; it is asked once.</summary>
    /// <exception cref="UsageException">ssh does not accept the settings.</exception>
    public Task<OpenSshSettings> SettingsAsync(CancellationToken ct)
    {
        if (settings is null or { IsCanceled: true })
        {
            settings = ReadSettingsAsync(ct);
        }

        return settings;
    }

    public async Task<IConnection> ConnectAsync(CancellationToken ct)
    {
        var host = await SettingsAsync(ct);
        if (host.ControlPath is { } socket && await IsOpenAsync(ct))
        {
            options.OnDetail?.Invoke(name, $"uses the open ControlMaster at {socket}");
            return new OpenSshConnection(runner, arguments, host, master: null);
        }

        return await ConnectRetry.RunAsync(() => LogInAsync(host, ct), TimeProvider.System, ct);
    }

    private async Task<IConnection> LogInAsync(OpenSshSettings host, CancellationToken ct)
    {
        var slot = host.Jump is { } jump ? await options.JumpSlots.AcquireAsync(jump, ct) : null;
        return new OpenSshConnection(
            runner, arguments, host, await OpenSshMaster.StartAsync(runner, arguments, host, slot, ct));
    }

    private async Task<bool> IsOpenAsync(CancellationToken ct) =>
        (await runner.RunAsync(arguments.Control(socket: null, "check"), ct)).ExitCode == 0;

    private async Task<OpenSshSettings> ReadSettingsAsync(CancellationToken ct)
    {
        var (code, output, error) = await runner.RunAsync(arguments.Query, ct);
        return code == 0
            ? OpenSshSettings.Parse(output)
            : throw new UsageException($"ssh does not accept the settings of {name}:{Excerpt.Of(error)}");
    }
}

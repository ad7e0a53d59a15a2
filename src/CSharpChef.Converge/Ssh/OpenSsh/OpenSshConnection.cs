using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>
/// A connection to a host by the user's ssh: each command is a session of one master connection, which has logged in
/// before.
/// </summary>
/// <param name="runner">Starts ssh.</param>
/// <param name="arguments">Its arguments for the host.</param>
/// <param name="settings">The settings of the host.</param>
/// <param name="master">Our own master; null when the user's open one is used.</param>
internal sealed class OpenSshConnection(
    OpenSshRunner runner, OpenSshArguments arguments, OpenSshSettings settings, OpenSshMaster? master) : IConnection
{
    private int roundTrips;

    public int RoundTrips => roundTrips;

    /// <summary>The control socket of our own master; null when the user's open one is used.</summary>
    public string? Socket => master?.Socket;

    public Task<IRemoteProcess> ExecAsync(string command, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var process = runner.Start(arguments.Session(settings, Socket, command));
        Interlocked.Increment(ref roundTrips);
        return Task.FromResult<IRemoteProcess>(process);
    }

    public ValueTask DisposeAsync() => master?.DisposeAsync() ?? ValueTask.CompletedTask;
}

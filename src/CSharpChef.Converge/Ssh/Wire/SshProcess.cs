using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// A command on the host of an SSH connection. Disposing asks sshd to terminate it and its children. sshd refuses to
/// signal the sessions of root: there the command only loses its input and output.
/// </summary>
internal sealed class SshProcess(SshChannel channel) : IRemoteProcess
{
    private volatile bool keepsRunning;

    public Stream Input => channel.Input;

    public Stream Output => channel.Output;

    public Stream Error => channel.Error;

    public Task<int?> Exit => channel.Exit;

    public void KeepRunning() => keepsRunning = true;

    public ValueTask DisposeAsync() => new(Task.Run(keepsRunning ? channel.Close : channel.Terminate));
}

using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// A command on the far side of an SSH connection. Disposing it asks sshd to end it and its children; sshd does
/// not for root, whose sessions it refuses to signal: there the command loses its input and output only.
/// </summary>
internal sealed class SshProcess(SshChannel channel) : IRemoteProcess
{
    public Stream Input => channel.Input;

    public Stream Output => channel.Output;

    public Stream Error => channel.Error;

    public Task<int?> Exit => channel.Exit;

    public ValueTask DisposeAsync() => new(Task.Run(channel.Terminate));
}

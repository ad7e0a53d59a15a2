namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>The standard input of a remote process; disposing it sends the end of file.</summary>
internal sealed class ChannelInput(SshChannel channel) : OneWayStream
{
    public override bool CanWrite => true;

    // SSH.NET sends synchronously and may block on a slow connection, which must not block the writer's thread.
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken ct = default) =>
        await Task.Run(() => SendAsync(buffer, ct), ct).WaitAsync(ct);

    protected override void Dispose(bool disposing)
    {
        channel.SendEndOfFile();
        base.Dispose(disposing);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> rest, CancellationToken ct)
    {
        while (!rest.IsEmpty)
        {
            ct.ThrowIfCancellationRequested();
            var sent = await channel.SendAsync(rest, ct);
            rest = rest[sent..];
        }
    }
}

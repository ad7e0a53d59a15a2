using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.TestSupport.Ssh;

/// <summary>A connection to a machine that accepts all input, prints some text and then nothing more.</summary>
internal sealed class SilentConnection(string output, string error) : IConnection, IRemoteProcess
{
    private readonly SilentStream outputStream = new(output);
    private readonly SilentStream errorStream = new(error);

    public int RoundTrips { get; private set; }

    public Stream Input { get; } = new MemoryStream();

    public Stream Output => outputStream;

    public Stream Error => errorStream;

    public Task<int?> Exit { get; } = new TaskCompletionSource<int?>().Task;

    /// <summary>All input that was sent to the machine.</summary>
    public string Sent => Encoding.UTF8.GetString(((MemoryStream)Input).ToArray());

    /// <summary>Completes when all that the machine printed has been read, and more is awaited.</summary>
    public Task AwaitedAsync() => Task.WhenAll(outputStream.Awaited, errorStream.Awaited);

    public Task<IRemoteProcess> ExecAsync(string command, CancellationToken ct)
    {
        RoundTrips++;
        return Task.FromResult<IRemoteProcess>(this);
    }

    public void KeepRunning()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using System.Text;

namespace CSharpChef.TestSupport.Ssh;

/// <summary>A stream that brings a text, and then nothing more: without end, or to its end.</summary>
internal sealed class SilentStream(string text, bool ends = false) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    private readonly TaskCompletionSource awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the whole text has been read, and more is awaited.</summary>
    public Task Awaited => awaited.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
    {
        if (Position == Length && !ends)
        {
            awaited.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
        }

        return await base.ReadAsync(buffer, ct);
    }
}

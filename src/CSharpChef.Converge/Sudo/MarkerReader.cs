using System.Runtime.InteropServices;
using System.Text;

namespace CSharpChef.Converge.Sudo;

/// <summary>Reads a stream up to a marker, and hands back what it read beyond.</summary>
internal sealed class MarkerReader(Stream stream, string marker)
{
    private readonly byte[] markerBytes = Encoding.ASCII.GetBytes(marker);
    private readonly byte[] buffer = new byte[4096];
    private readonly List<byte> unread = [];
    private Task<int>? reading;

    public bool AtEnd { get; private set; }

    /// <summary>Completes when there is more to look at.</summary>
    public Task NextAsync() => AtEnd ? Task.Delay(Timeout.Infinite) : reading ??= stream.ReadAsync(buffer).AsTask();

    /// <summary>True when the marker has arrived; it is then removed, with everything before it.</summary>
    public async Task<bool> FindMarkerAsync()
    {
        if (reading is { IsCompleted: true })
        {
            var count = await reading;
            reading = null;
            AtEnd = count == 0;
            unread.AddRange(buffer.AsSpan(0, count));
        }

        var at = CollectionsMarshal.AsSpan(unread).IndexOf(markerBytes);
        if (at >= 0)
        {
            unread.RemoveRange(0, at + markerBytes.Length);
        }

        return at >= 0;
    }

    /// <summary>The stream from here on, with a read that may be under way.</summary>
    public Stream Rest() => new ResumedStream(stream, [.. unread], reading, buffer);
}

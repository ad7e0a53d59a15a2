using System.Runtime.InteropServices;
using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>Reads a stream up to a marker, and hands back what it read beyond.</summary>
internal sealed class MarkerReader(Stream stream)
{
    private const int LongestText = 4096;
    private const int MostUnread = 64 * 1024;

    private readonly byte[] buffer = new byte[4096];
    private readonly List<byte> unread = [];
    private readonly List<byte> text = [];
    private Task<int>? reading;

    public bool AtEnd { get; private set; }

    /// <summary>The beginning of what the stream had so far.</summary>
    public string Text => LosslessUtf8.Decode(CollectionsMarshal.AsSpan(text));

    /// <summary>Completes when there is more to look at.</summary>
    public Task NextAsync() => AtEnd ? Task.Delay(Timeout.Infinite) : reading ??= stream.ReadAsync(buffer).AsTask();

    /// <summary>Takes what a completed read has brought.</summary>
    public async Task CollectAsync()
    {
        if (reading is not { IsCompleted: true })
        {
            return;
        }

        var count = await reading;
        reading = null;
        AtEnd = count == 0;
        unread.AddRange(buffer.AsSpan(0, count));
        text.AddRange(buffer.AsSpan(0, Math.Min(count, LongestText - text.Count)));
        if (unread.Count > MostUnread)
        {
            unread.RemoveRange(0, unread.Count - (MostUnread / 2));
        }
    }

    /// <summary>True when the marker has arrived; it is then removed, with everything before it.</summary>
    public bool Take(string marker) => IndexOf(marker) is >= 0 and var at && Remove(at + marker.Length);

    /// <summary>True when a line with this beginning has arrived; everything before it is then removed.</summary>
    public bool FindLine(string beginning) => IndexOf($"\n{beginning}") is >= 0 and var at
        ? Remove(at + 1)
        : CollectionsMarshal.AsSpan(unread).StartsWith(Encoding.ASCII.GetBytes(beginning));

    /// <summary>The stream from here on, with a read that may be under way.</summary>
    public Stream Rest() => new ResumedStream(stream, [.. unread], reading, buffer);

    private int IndexOf(string marker) =>
        CollectionsMarshal.AsSpan(unread).IndexOf(Encoding.ASCII.GetBytes(marker));

    private bool Remove(int count)
    {
        unread.RemoveRange(0, count);
        return true;
    }
}

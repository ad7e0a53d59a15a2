using System.Text;

namespace CSharpChef.Converge.Sudo;

/// <summary>Reads a stream up to a marker, and gives back what it read beyond.</summary>
internal sealed class MarkerReader(Stream stream, string marker)
{
    private readonly byte[] word = Encoding.ASCII.GetBytes(marker);
    private readonly byte[] buffer = new byte[4096];
    private readonly List<byte> unseen = [];
    private Task<int>? reading;

    public bool AtEnd { get; private set; }

    /// <summary>Ends when there is something new to look at.</summary>
    public Task NextAsync() => AtEnd ? Task.Delay(Timeout.Infinite) : reading ??= stream.ReadAsync(buffer).AsTask();

    /// <summary>Whether the marker has come; what is before it and the marker itself are gone then.</summary>
    public async Task<bool> FoundAsync()
    {
        if (reading is { IsCompleted: true })
        {
            var count = await reading;
            reading = null;
            AtEnd = count == 0;
            unseen.AddRange(buffer.AsSpan(0, count));
        }

        var at = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(unseen).IndexOf(word);
        if (at >= 0)
        {
            unseen.RemoveRange(0, at + word.Length);
        }

        return at >= 0;
    }

    /// <summary>The stream from here on, with a read that may be under way.</summary>
    public Stream Rest() => new ResumedStream(stream, [.. unseen], reading, buffer);
}

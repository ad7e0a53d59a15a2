namespace CSharpChef.Stacks.Store;

/// <summary>Generates ids that sort by their time of creation (UUID version 7).</summary>
internal sealed class Uuid7
{
    private long last;

    public string New(DateTimeOffset now)
    {
        var millisecond = NextMillisecond(now.ToUnixTimeMilliseconds());
        return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(millisecond)).ToString();
    }

    /// <summary>A text that sorts before the ids made at that time or later, and after all earlier ones.</summary>
    public static string LowerBound(DateTimeOffset time) => $"{time.ToUnixTimeMilliseconds():x12}".Insert(8, "-");

    // Every id gets its own millisecond: two ids of the same one would sort at random.
    private long NextMillisecond(long requested)
    {
        while (true)
        {
            var current = Interlocked.Read(ref last);
            var next = Math.Max(current + 1, requested);
            if (Interlocked.CompareExchange(ref last, next, current) == current)
            {
                return next;
            }
        }
    }
}

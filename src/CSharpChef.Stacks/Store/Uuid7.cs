namespace CSharpChef.Stacks.Store;

/// <summary>Ids that sort by their time of creation (UUID version 7).</summary>
internal static class Uuid7
{
    private static long last;

    public static string New(DateTimeOffset now) =>
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(Later(now.ToUnixTimeMilliseconds()))).ToString();

    /// <summary>A text that sorts before the ids made at that time or later, and after all earlier ones.</summary>
    public static string LowerBound(DateTimeOffset time) => $"{time.ToUnixTimeMilliseconds():x12}".Insert(8, "-");

    // Every id gets its own millisecond: two ids of the same one would sort at random.
    private static long Later(long wanted)
    {
        while (true)
        {
            var previous = Interlocked.Read(ref last);
            var next = Math.Max(previous + 1, wanted);
            if (Interlocked.CompareExchange(ref last, next, previous) == previous)
            {
                return next;
            }
        }
    }
}

namespace CSharpChef.Stacks.Store;

/// <summary>Ids sort by the time they were made, so lists come in the order of creation.</summary>
internal static class Uuid7
{
    private static long last;

    public static string New(DateTimeOffset now) =>
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(Later(now.ToUnixTimeMilliseconds()))).ToString();

    /// <summary>What sorts before all ids made at that time or later, and after all made before.</summary>
    public static string LowerBound(DateTimeOffset time) => $"{time.ToUnixTimeMilliseconds():x12}".Insert(8, "-");

    // A millisecond of its own for each: two made in the same one would sort by chance.
    private static long Later(long wanted)
    {
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            var next = Math.Max(seen + 1, wanted);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
            {
                return next;
            }
        }
    }
}

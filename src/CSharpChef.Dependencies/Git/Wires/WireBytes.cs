namespace CSharpChef.Dependencies.Git.Wires;

/// <summary>Moves bytes of a <see cref="GitWire"/> to libgit2, and keeps the reason when that fails.</summary>
internal static class WireBytes
{
    private const int Most = 65536;

    public static int Read(GitWire wire, Func<Stream> source, Stream target, long length) => Guard(wire, () =>
    {
        var bytes = new byte[Math.Min(length, Most)];
        var count = source().Read(bytes);
        target.Write(bytes, 0, count);
        return count;
    });

    public static T Guard<T>(GitWire wire, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e)
        {
            wire.Failure ??= e;
            throw;
        }
    }
}

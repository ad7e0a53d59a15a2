using System.Globalization;
using System.Text;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>
/// The last known facts of each host, one text file each. A file that is missing, damaged or of another host counts as
/// a miss, which costs a round trip.
/// </summary>
internal sealed class FactsCache(string folder)
{
    private readonly CacheFiles files = new(folder);

    /// <summary>The cache of the user who runs this program.</summary>
    public static FactsCache OfUser() => new(CacheFiles.UserFolder("facts"));

    public Facts? Load(string user, string address, int port)
    {
        var header = Header(user, address, port);
        return files.Read(NameOf(header)) is { } bytes && bytes.AsSpan().StartsWith(header)
            ? FactsReader.Parse(bytes.AsSpan(header.Length))
            : null;
    }

    public void Save(string user, string address, int port, Facts facts)
    {
        var header = Header(user, address, port);
        files.Write(NameOf(header), header, LosslessUtf8.Encode(Body(facts)));
    }

    public void Forget(string user, string address, int port) => files.Delete(NameOf(Header(user, address, port)));

    private static byte[] Header(string user, string address, int port) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"facts of {user}@{address}:{port}\n"));

    private static string Body(Facts facts) => string.Join('\n',
        [FactsReader.Begin, .. facts.Values.Select(
            fact => FactsReader.Line(fact.Key, fact.Value)), FactsReader.End, ""]);

    // The header distinguishes hosts whose hashes collide; SHA-256 would cost a fresh process ten milliseconds.
    private static string NameOf(byte[] header)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in header)
        {
            hash = unchecked((hash ^ value) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}

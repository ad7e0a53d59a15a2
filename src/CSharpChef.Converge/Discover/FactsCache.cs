using System.Globalization;
using System.Text;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>
/// The last known facts of every machine, one text file each. What is missing, damaged or of another machine is none; a
/// folder that cannot be written costs a round trip and no run.
/// </summary>
internal sealed class FactsCache(string folder)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The cache of the user who runs this.</summary>
    public static FactsCache OfUser() => new(Path.Combine(UserCacheFolder(), "csharpchef", "facts"));

    public Facts? Load(string user, string address, int port)
    {
        try
        {
            var bytes = File.ReadAllBytes(FileOf(user, address, port));
            var first = Header(user, address, port);
            return bytes.AsSpan().StartsWith(first) ? FactsReader.Parse(bytes.AsSpan(first.Length)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Save(string user, string address, int port, Facts facts)
    {
        var file = FileOf(user, address, port);
        var aside = $"{file}.{Environment.ProcessId}-{Guid.NewGuid():N}";
        try
        {
            OwnerFolder.Create(folder);
            using (var stream = new FileStream(aside, Options()))
            {
                stream.Write(Header(user, address, port));
                stream.Write(AnyBytes.Encode(Body(facts)));
            }

            File.Move(aside, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Remove(aside);
        }
    }

    public void Forget(string user, string address, int port) => Remove(FileOf(user, address, port));

    private static string UserCacheFolder() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder && Path.IsPathRooted(folder)
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static byte[] Header(string user, string address, int port) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"facts of {user}@{address}:{port}\n"));

    private static string Body(Facts facts) => string.Join('\n',
        [FactsReader.Begin, .. facts.Values.Select(
            fact => FactsReader.Line(fact.Key, fact.Value)), FactsReader.End, ""]);

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        return options;
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was not there, or is not ours to remove.
        }
    }

    // The header tells machines apart whose hashes are alike; SHA-256 would cost a fresh process ten milliseconds.
    private string FileOf(string user, string address, int port)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Header(user, address, port))
        {
            hash = unchecked((hash ^ value) * 1099511628211UL);
        }

        return Path.Combine(folder, hash.ToString("x16", CultureInfo.InvariantCulture));
    }
}

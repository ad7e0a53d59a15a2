using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// The name of a compiled recipe in the cache: a hash of the bytes of its scripts, the compiler, its options and its
/// references. It is computed without loading the compiler.
/// </summary>
internal static class CacheKey
{
    private const int Format = 7;

    /// <summary>Identifies this build of the program and its compiler.</summary>
    public static string Build { get; } = string.Join('\n',
        Format,
        Environment.Version,
        typeof(CacheKey).Module.ModuleVersionId,
        typeof(RecipeContext).Module.ModuleVersionId,
        LengthOf("Microsoft.CodeAnalysis.dll"),
        LengthOf("Microsoft.CodeAnalysis.CSharp.dll"));

    public static string Of(string start, IEnumerable<string> files, ScriptReader read)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(Build));
        Append(hash, Encoding.UTF8.GetBytes(start));
        foreach (var file in files)
        {
            Append(hash, Encoding.UTF8.GetBytes(file));
            Append(hash, read(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, byte[]? bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes?.Length ?? -1));
        hash.AppendData(bytes ?? []);
    }

    // Two builds of the compiler with one assembly version differ in length, and stat is faster than reading a version.
    private static long LengthOf(string file)
    {
        var info = new FileInfo(Path.Combine(AppContext.BaseDirectory, file));
        return info.Exists ? info.Length : 0;
    }
}

using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// Names a compiled recipe by all that went into it: the bytes of its scripts, and the compiler with its options and
/// references. What the compiler is can be told without loading it.
/// </summary>
internal static class CacheKey
{
    private const int Format = 2;

    /// <summary>This version of the program.</summary>
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

    // Two builds of the compiler with one assembly version differ in this, and a stat costs less than reading a
    // version.
    private static long LengthOf(string file)
    {
        var info = new FileInfo(Path.Combine(AppContext.BaseDirectory, file));
        return info.Exists ? info.Length : 0;
    }
}

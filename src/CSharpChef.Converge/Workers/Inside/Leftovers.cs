using System.Collections;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>
/// What the recipes of a run can leave in the process of a worker, besides the static fields of their own code, which
/// each run has for itself. It is compared with the state of the process when this was made.
/// </summary>
internal sealed class Leftovers
{
    private const long MostMemory = 96L << 20;

    private readonly string folder = Environment.CurrentDirectory;
    private readonly string variables = Variables();
    private readonly string files = Files();

    /// <summary>Whether a run has left temporary files, variables, another current folder or much memory.</summary>
    public bool Exist() => Environment.CurrentDirectory != folder || Variables() != variables || Files() != files
        || GC.GetTotalMemory(forceFullCollection: false) > MostMemory;

    private static string Variables() => string.Join('\n', Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));

    private static string Files() =>
        string.Join('\n', Directory.EnumerateFileSystemEntries(Path.GetTempPath()).Order(StringComparer.Ordinal));
}

using System.Collections;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>
/// What the recipes of a run can leave in the process of a worker, besides the static fields of their own code, which
/// each run has for itself. It is compared with the state of the process when this was made.
/// </summary>
internal sealed class Leftovers
{
    private const long MostMemory = 96L << 20;

    // The thread of the recipes ends a moment after its run.
    private static readonly TimeSpan ThreadsEndWithin = TimeSpan.FromMilliseconds(200);

    // Threads that .NET starts and ends as it needs them.
    private static readonly string[] OfRuntime = [".NET TP Worker", ".NET TP Gate", ".NET Tiered Com", ".NET Timer"];

    private readonly string folder = Environment.CurrentDirectory;
    private readonly string variables = Variables();
    private readonly string files = Files();
    private readonly int threads = Threads();

    /// <summary>
    /// Whether a run has left temporary files, variables, another current folder, threads or much memory.
    /// </summary>
    public bool Exist() => Environment.CurrentDirectory != folder || Variables() != variables || Files() != files
        || GC.GetTotalMemory(forceFullCollection: false) > MostMemory
        || !SpinWait.SpinUntil(() => Threads() <= threads, ThreadsEndWithin);

    private static string Variables() => string.Join('\n', Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));

    private static string Files() =>
        string.Join('\n', Directory.EnumerateFileSystemEntries(Path.GetTempPath()).Order(StringComparer.Ordinal));

    private static int Threads() =>
        Directory.EnumerateDirectories("/proc/self/task").Count(task => !OfRuntime.Contains(NameOf(task)));

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).TrimEnd('\n');
        }
        catch (IOException)
        {
            // It has just ended.
            return OfRuntime[0];
        }
    }
}

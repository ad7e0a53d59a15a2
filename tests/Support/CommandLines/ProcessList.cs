using System.Runtime.Versioning;

namespace CSharpChef.TestSupport.CommandLines;

/// <summary>Collects the command lines of all processes of this machine while something runs.</summary>
[SupportedOSPlatform("linux")]
internal static class ProcessList
{
    public static async Task<(T Result, IReadOnlySet<string> CommandLines)> DuringAsync<T>(Func<Task<T>> work)
    {
        using var done = new CancellationTokenSource();
        var watching = Task.Run(() => Watch(done.Token), TestContext.Current.CancellationToken);
        var result = await work();
        await done.CancelAsync();
        return (result, await watching);
    }

    /// <summary>The command lines of the processes that exist now.</summary>
    public static IEnumerable<string> Now() => Directory.EnumerateDirectories("/proc")
        .Where(path => char.IsAsciiDigit(path[^1]))
        .Select(folder => Read($"{folder}/cmdline").Replace('\0', ' '));

    private static HashSet<string> Watch(CancellationToken ct)
    {
        var commandLines = new HashSet<string>();
        while (!ct.IsCancellationRequested)
        {
            commandLines.UnionWith(Now());
            ct.WaitHandle.WaitOne(10);
        }

        return commandLines;
    }

    // A process can end while its folder is read.
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}

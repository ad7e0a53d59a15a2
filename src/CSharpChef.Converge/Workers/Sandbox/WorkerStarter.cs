using System.Collections.Concurrent;
using System.Diagnostics;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>
/// Starts workers from one thread that lives as long as this process. The kernel ends a worker together with the thread
/// that started it, and the threads of the pool come and go.
/// </summary>
internal static class WorkerStarter
{
    /// <summary>The descriptor that has the filter of system calls.</summary>
    public const int FilterDescriptor = 5;

    // The standard streams belong to recipes, and the messages go through two other pipes.
    private const string Redirection = "filter=$1; shift; exec \"$@\" 3<&0 4>&1 5<\"$filter\" </dev/null >/dev/null";

    private static readonly BlockingCollection<Action> Starts = [];
    private static readonly Lazy<Thread> Starter = new(Begin);

    /// <summary>Starts a command whose pipes are its descriptors 3 and 4.</summary>
    public static Task<Process> StartAsync(IEnumerable<string> words)
    {
        _ = Starter.Value;
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(StartInfo(words))!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    private static ProcessStartInfo StartInfo(IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Redirection, "sh", FilterFile.FullPath, .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        return start;
    }

    private static Thread Begin()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "worker starter" };
        thread.Start();
        return thread;
    }

    private static void Run()
    {
        foreach (var start in Starts.GetConsumingEnumerable())
        {
            start();
        }
    }
}

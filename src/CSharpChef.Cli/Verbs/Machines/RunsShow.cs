using CSharpChef.Cli.Output;
using CSharpChef.Cli.Runs;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary>Prints a past run.</summary>
internal static class RunsShow
{
    /// <summary>Reads a run from its journal.</summary>
    /// <param name="runs">The runs of the host.</param>
    /// <param name="host">The host.</param>
    /// <param name="name">The name of the run.</param>
    /// <param name="left">The run as this computer left it; null when it was not started from here.</param>
    /// <param name="commands">How to connect, for the command that follows the run.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="UsageException">The host has no such run, or it is still running.</exception>
    public static async Task<StoredRun> ReadAsync(
        RunJournals runs, Target host, RunName name, StoredRun? left, RunOptions commands, CancellationToken ct)
    {
        var listed = (await runs.ListAsync(ct)).Runs.FirstOrDefault(run => run.Name == name.Text);
        if (listed is { State: "running" })
        {
            throw new UsageException(
                $"{name} is still running{(left is null ? "" : $"; {left.Left}")}\n"
                + $"follow it with: {commands.RunsCommand(host.Argument, $"follow {name}")}");
        }

        var lines = new List<string>();
        await foreach (var line in runs.FollowAsync(name, ct))
        {
            lines.Add(line);
        }

        await Console.Error.WriteLineAsync(
            (left is null
                ? $"this computer has no report of {name} (started by {listed?.Who})"
                : $"{name} was started from here; {left.Left}")
            + $"\nthe journal on {host.Name} has its changes and failures, without differences of files");
        return JournaledRun.Read(host.Name, name.Text, lines);
    }

    /// <summary>Prints a run as converge printed it. Returns the exit code 0: the run was found.</summary>
    public static int Write(StoredRun run, bool json, bool verbose)
    {
        var lines = new LiveLines(json ? TextWriter.Null : Console.Out, verbose);
        foreach (var line in run.Lines)
        {
            lines.Write(run.Host.Name, line);
        }

        WriteReport(run, json, verbose);
        return 0;
    }

    /// <summary>Prints the report of a run, without the lines that are printed while it goes on.</summary>
    public static void WriteReport(StoredRun run, bool json, bool verbose)
    {
        var report = run.Report;
        if (json)
        {
            Console.Out.WriteLine(JsonReport.Of(report));
            return;
        }

        new TextReport(Console.Out, verbose, ConvergeMode.Converge).Write(report);
    }
}

using CSharpChef.Cli.Output;
using CSharpChef.Cli.Runs;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary>Prints a run while it goes on, as converge prints it.</summary>
internal static class RunsFollow
{
    /// <summary>Returns the exit code: 0 when the run has succeeded.</summary>
    public static async Task<int> PrintAsync(
        RunJournals runs, Target host, RunName name, bool json, bool verbose, CancellationToken ct)
    {
        var run = new JournaledRun(host.Name, name.Text);
        var lines = new LiveLines(json ? TextWriter.Null : Console.Out, verbose);
        var printed = 0;
        await foreach (var line in runs.FollowAsync(name, ct))
        {
            run.Read(line);
            for (; printed < run.Lines.Count; printed++)
            {
                lines.Write(host.Name, run.Lines[printed]);
            }
        }

        RunsShow.WriteReport(run.Ended(), json, verbose);
        return run.HasSucceeded ? 0 : 1;
    }
}

using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Cli.Runs;
using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary><c>csharpchef runs</c></summary>
internal static class RunsVerb
{
    public static Command Create()
    {
        var (targets, output) = (new TargetOptions(single: true), new OutputOptions());
        var action = new Argument<string?>("ACTION")
        {
            Description = "show, follow or cancel. Default: list the runs.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var run = new Argument<string?>("ID") { Description = "The name of the run, as listed.", Arity = action.Arity };
        var command = new Command("runs", """
            List the runs of machines; show, follow or cancel one.
            A run is running, finished, failed, cancelled or interrupted. show prints a past run as converge printed it
            here in the last month; of a run from elsewhere, or one that was left, what the machine's journal has of it.
            follow prints the same of a run that still goes on, as it happens, and ends with it: with 0 when it succeeds.

            Examples:
              csharpchef runs web1
              csharpchef runs @web
              csharpchef runs web1 show 20261124T091500Z-3fa2c1
              csharpchef runs web1 follow 20261124T091500Z-3fa2c1
              csharpchef runs web1 cancel 20261124T091500Z-3fa2c1
            """);
        action.AcceptOnlyFromAmong("show", "follow", "cancel");
        targets.AddTo(command);
        command.Add(action);
        command.Add(run);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var hosts = await targets.TargetsAsync(parsed, ct);
            var (json, verbose) = (output.Json(parsed), output.Verbose(parsed));
            var commands = new RunOptions { ConnectionWords = targets.ConnectionWords(parsed) };
            if (parsed.GetValue(action) is not { } verb)
            {
                var forks = targets.Forks(parsed, hosts.Count);
                return await ListAsync(hosts, targets.Session(parsed), forks, json, ct);
            }

            var (host, name) = One(hosts, verb, parsed.GetValue(run), targets.Names(parsed)[0], commands);
            var stored = verb == "show" ? RunArchive.OfUser().Find(host.Name, name.Text) : null;
            if (stored is { LeftAt: null })
            {
                return RunsShow.Write(stored, json, verbose);
            }

            await using var session = new RealNodeSession(host, targets.Session(parsed), ConvergeMode.Converge, ct);
            var runs = await JournalsAsync(host, session, ct);
            return verb switch
            {
                "show" => RunsShow.Write(
                    await RunsShow.ReadAsync(runs, host, name, stored, commands, ct), json, verbose),
                "follow" => await RunsFollow.PrintAsync(runs, host, name, json, verbose, ct),
                _ => await CancelAsync(runs, name, ct),
            };
        });
        return command;
    }

    private static (Target Host, RunName Name) One(
        IReadOnlyList<Target> hosts, string verb, string? run, string target, RunOptions commands) =>
        (hosts, run) switch
        {
            ([_, _, ..], _) => throw new UsageException(
                $"{target} is {hosts.Count} machines, and a run belongs to one: name it, like {commands.RunsCommand(hosts[0].Argument, $"{verb} {run ?? "ID"}")}"),
            (_, null) => throw new UsageException(
                $"name the run to {verb}: {commands.RunsCommand(target)} lists the runs"),
            _ => (hosts[0], RunName.Parse(run)),
        };

    private static async Task<int> ListAsync(
        IReadOnlyList<Target> hosts, SessionOptions session, int forks, bool json, CancellationToken ct) =>
        RunsList.Write(
            await HostsProgress.DuringAsync(
                hosts.Count, events => RunsList.ReadAsync(hosts, session, forks, events, ct)),
            json);

    private static Task<RunJournals> JournalsAsync(Target host, RealNodeSession session, CancellationToken ct) =>
        HostsProgress.DuringAsync(
            1, events => events.AroundAsync(host, () => session.JournalsAsync(ct), _ => true));

    private static async Task<int> CancelAsync(RunJournals runs, RunName name, CancellationToken ct)
    {
        var answer = await runs.CancelAsync(name, ct);
        Console.Out.WriteLine(answer switch
        {
            CancelAnswer.Ending => $"{name} stops after its current step",
            CancelAnswer.Withdrawn => $"{name} was waiting for another run and has ended; it changed nothing",
            _ => $"{name} is not running",
        });
        return answer == CancelAnswer.NotRunning ? 1 : 0;
    }
}

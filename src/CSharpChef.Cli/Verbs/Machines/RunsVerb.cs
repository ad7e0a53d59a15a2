using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Runs;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary><c>csharpchef runs</c></summary>
internal static class RunsVerb
{
    public static Command Create()
    {
        var (targets, output) = (new TargetOptions(single: true), new OutputOptions());
        var action = new Argument<string?>("ACTION")
        {
            Description = "follow or cancel. Default: list the runs.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var run = new Argument<string?>("RUN")
        {
            Description = "The name of the run, as listed.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var command = new Command("runs", """
            List, follow or cancel the runs of a machine.
            A run is running, finished, failed or interrupted.

            Examples:
              csharpchef runs web1
              csharpchef runs web1 follow 20261124T091500Z-3fa2c1
              csharpchef runs web1 cancel 20261124T091500Z-3fa2c1
            """);
        action.AcceptOnlyFromAmong("follow", "cancel");
        targets.AddTo(command);
        command.Arguments.Add(action);
        command.Arguments.Add(run);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var target = (await targets.TargetsAsync(parsed, ct)).Single();
            await using var session = new RealNodeSession(target, targets.Session(parsed), ConvergeMode.Converge, ct);
            var runs = await session.JournalsAsync(ct);
            return (parsed.GetValue(action), parsed.GetValue(run)) switch
            {
                (null, _) => await ListAsync(runs, output.Json(parsed), ct),
                (_, null) => throw new UsageException(
                    $"name the run to {parsed.GetValue(action)}: csharpchef runs {target.Name} lists the runs"),
                ("follow", { } name) => await FollowAsync(runs, RunName.Parse(name), ct),
                (_, { } name) => await CancelAsync(runs, RunName.Parse(name), ct),
            };
        });
        return command;
    }

    private static async Task<int> ListAsync(RunJournals runs, bool json, CancellationToken ct)
    {
        var list = await runs.ListAsync(ct);
        if (json)
        {
            Console.Out.WriteLine(new JsonArray([.. list.Select(Json)]).ToJsonString());
            return 0;
        }

        foreach (var run in list)
        {
            var changed = string.Create(CultureInfo.InvariantCulture, $"{run.Changed} changed");
            Console.Out.WriteLine(
                $"{run.Name}  {run.State,-11}  {changed,-12}  {run.Who}{(run.At is { } at ? $"  at {at}" : "")}");
        }

        return 0;
    }

    private static async Task<int> FollowAsync(RunJournals runs, RunName name, CancellationToken ct)
    {
        var lastLine = "";
        await foreach (var line in runs.FollowAsync(name, ct))
        {
            Console.Out.WriteLine(line);
            lastLine = line;
        }

        return lastLine == "end 0" ? 0 : 1;
    }

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

    private static JsonObject Json(RunEntry run) => new()
    {
        ["name"] = run.Name,
        ["state"] = run.State,
        ["changed"] = run.Changed,
        ["who"] = run.Who,
        ["at"] = run.At,
    };
}

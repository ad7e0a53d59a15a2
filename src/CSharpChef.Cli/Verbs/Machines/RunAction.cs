using System.Buffers;
using System.CommandLine;
using CSharpChef.Cli.Hosting;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Runs;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary>Runs converge and plan on all machines.</summary>
internal static class RunAction
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@._:, -");

    public static void Attach(Command command, ConvergeMode mode, Func<ParseResult, int> exitCode) =>
        Attach(command, mode, (parsed, _) => exitCode(parsed));

    public static void Attach(
        Command command,
        ConvergeMode mode,
        Func<ParseResult, ConvergeReport, int> exitCode,
        StackPlanOption? stackPlan = null)
    {
        var (targets, cookbooks) =
            (new TargetOptions(required: stackPlan is null), new CookbookOptions());
        var (wait, rollout, output) = (new WaitOptions(), new RolloutOptions(), new OutputOptions());
        targets.AddTo(command);
        cookbooks.AddTo(command);
        wait.AddTo(command);
        rollout.AddTo(command);
        output.AddWithLinesTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            if (stackPlan?.Of(parsed, targets.Names(parsed).Count > 0, cookbooks.RunList(parsed).Count > 0) is { } run)
            {
                return await run(output.Json(parsed), ct);
            }

            var fleet = rollout.Of(parsed, targets.Forks(parsed));
            var hosts = await targets.TargetsAsync(parsed, ct);
            await cookbooks.PrepareAsync(parsed, hosts, ct);
            var interrupts = Interrupts.Of(parsed);
            var view = output.Run(parsed, hosts.Count, mode);
            var request = new RunRequest(cookbooks.RunList(parsed), cookbooks.Recipes(parsed))
            {
                Mode = mode,
                Attributes = await cookbooks.AttributesAsync(parsed, ct),
                AnyPlatform = cookbooks.AnyPlatform(parsed),
                Evaluation = new EvaluationOptions { Nodes = await targets.NodesAsync(parsed, hosts, ct) },
                Answers = cookbooks.Answers(parsed),
                Events = mode == ConvergeMode.Plan
                    ? view.Events
                    : view.Events.CombineWith(RunArchive.OfUser().Events),
            };
            var session = wait.Apply(parsed, targets.Session(parsed)) with
            {
                StartedBy = Who([.. hosts.SelectMany(request.RunListOf).Distinct()]),
                Cancel = interrupts.StopGently(),
                Leave = interrupts.Leave,
            };
            var report = await view.During(() => new FleetRun(request, session, fleet).RunAsync(hosts, ct));
            view.Print(report);
            return ExitCode(report, interrupts) is > 0 and var code ? code : exitCode(parsed, report);
        });
    }

    /// <summary>The text that is shown to another user who finds the machine in use.</summary>
    private static string Who(IReadOnlyList<RunListItem> runList) => string.Concat(
        $"{Environment.UserName}@{Environment.MachineName} at {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z: {string.Join(", ", runList)}"
            .Select(letter => Plain.Contains(letter) ? letter : '_'));

    /// <summary>
    /// The exit code of the signal that cancelled the run, or of the failure when all hosts failed for the same reason,
    /// or 1.
    /// </summary>
    private static int ExitCode(ConvergeReport report, Interrupts interrupts)
    {
        if (report.Failed && interrupts.ExitCode is { } signalled)
        {
            return signalled;
        }

        var failed = report.Hosts.Where(host => host.Status != HostStatus.Ok).ToList();
        if (failed.Count == 0)
        {
            return 0;
        }

        var code = failed[0].Error?.ExitCode ?? 1;
        return failed.Count == report.Hosts.Count && failed.All(host => (host.Error?.ExitCode ?? 1) == code) ? code : 1;
    }
}

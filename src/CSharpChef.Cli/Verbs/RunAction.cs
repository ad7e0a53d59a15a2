using System.Buffers;
using System.CommandLine;
using CSharpChef.Cli.Hosting;
using CSharpChef.Cli.Options;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Verbs;

/// <summary>What converge and plan do: the line, for all machines at once.</summary>
internal static class RunAction
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@._:, -");

    public static void Attach(Command command, ConvergeMode mode, Func<ParseResult, int> good) =>
        Attach(command, mode, (parsed, _) => good(parsed));

    public static void Attach(
        Command command, ConvergeMode mode, Func<ParseResult, ConvergeReport, int> good, OtherPlan? other = null)
    {
        var (targets, cookbooks) =
            (new TargetOptions(required: other is null), new CookbookOptions(required: other is null));
        var (patience, rollout, output) = (new PatienceOptions(), new RolloutOptions(), new OutputOptions());
        targets.AddTo(command);
        cookbooks.AddTo(command);
        patience.AddTo(command);
        rollout.AddTo(command);
        output.AddWithLinesTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            if (other?.Of(parsed, targets.Names(parsed).Count > 0, cookbooks.RunList(parsed).Count > 0) is { } run)
            {
                return await run(output.Json(parsed), ct);
            }

            var fleet = rollout.Of(parsed, targets.Forks(parsed));
            var hosts = await targets.TargetsAsync(parsed, ct);
            var session = patience.Apply(
                parsed,
                targets.Session(parsed)) with
            { Who = Who(cookbooks.RunList(parsed)), Cancel = Interrupts.Patiently() };
            var told = output.Run(parsed, hosts.Count, mode);
            var request = new RunRequest(cookbooks.RunList(parsed), cookbooks.Recipes(parsed))
            {
                Mode = mode,
                Attributes = await cookbooks.AttributesAsync(parsed, ct),
                Events = told.Watch,
            };
            var report = await told.During(() => new FleetRun(request, session, fleet).RunAsync(hosts, ct));
            told.Print(report);
            return ExitCode(report) is > 0 and var code ? code : good(parsed, report);
        });
    }

    /// <summary>For whoever finds a machine taken.</summary>
    private static string Who(IReadOnlyList<RunListItem> runList) => string.Concat(
        $"{Environment.UserName}@{Environment.MachineName} at {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z: {string.Join(", ", runList)}"
            .Select(letter => Plain.Contains(letter) ? letter : '_'));

    /// <summary>One cause that all failed hosts share is the cause; else some resources or hosts failed.</summary>
    private static int ExitCode(ConvergeReport report)
    {
        var codes = report.Hosts.Where(host => host.Status != HostStatus.Ok)
            .Select(host => host.Error?.ExitCode ?? 1)
            .Distinct()
            .ToList();
        return codes.Count switch
        {
            0 => 0,
            1 when report.Hosts.All(host => host.Status != HostStatus.Ok) => codes[0],
            _ => 1,
        };
    }
}

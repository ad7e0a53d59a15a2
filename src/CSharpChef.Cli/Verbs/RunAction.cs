using System.CommandLine;
using System.Text.RegularExpressions;

namespace CSharpChef.Cli;

/// <summary>What converge and plan do: the line, for all machines at once.</summary>
internal static partial class RunAction
{
    public static void Attach(Command command, ConvergeMode mode, Func<ParseResult, int> good) =>
        Attach(command, mode, (parsed, _) => good(parsed));

    public static void Attach(Command command, ConvergeMode mode, Func<ParseResult, ConvergeReport, int> good)
    {
        var (targets, cookbooks, patience, output) = (new TargetOptions(), new CookbookOptions(), new PatienceOptions(), new OutputOptions());
        targets.AddTo(command);
        cookbooks.AddTo(command);
        patience.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var hosts = await targets.TargetsAsync(parsed, ct);
            var session = patience.Apply(parsed, targets.Session(parsed)) with { Who = Who(cookbooks.RunList(parsed)), Cancel = Interrupts.Patiently() };
            var request = new RunRequest(cookbooks.RunList(parsed), cookbooks.Recipes(parsed))
            {
                Mode = mode,
                Attributes = await cookbooks.AttributesAsync(parsed, ct),
                Watch = output.Json(parsed) ? new RunWatch() : new LiveLines(Console.Out, output.Verbose(parsed)).Watch,
            };
            var report = await new FleetRun(request, session, targets.Forks(parsed)).RunAsync(hosts, ct);
            Print(report, output.Json(parsed), new TextReport(Console.Out, output.Verbose(parsed), mode));
            return ExitCode(report) is > 0 and var code ? code : good(parsed, report);
        });
    }

    /// <summary>For whoever finds a machine taken.</summary>
    private static string Who(IReadOnlyList<RunListItem> runList) => NotPlain().Replace(
        $"{Environment.UserName}@{Environment.MachineName} at {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z: {string.Join(", ", runList)}", "_");

    [GeneratedRegex("[^A-Za-z0-9@._:, -]")]
    private static partial Regex NotPlain();

    private static void Print(ConvergeReport report, bool json, TextReport text)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonReport.Of(report));
        }
        else
        {
            text.Write(report);
        }
    }

    /// <summary>One cause that all failed hosts share is the cause; else some resources or hosts failed.</summary>
    private static int ExitCode(ConvergeReport report)
    {
        var codes = report.Hosts.Where(host => host.Status != HostStatus.Ok).Select(host => host.Error?.ExitCode ?? 1).Distinct().ToList();
        return codes.Count switch
        {
            0 => 0,
            1 when report.Hosts.All(host => host.Status != HostStatus.Ok) => codes[0],
            _ => 1,
        };
    }
}

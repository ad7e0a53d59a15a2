using System.CommandLine;

namespace CSharpChef.Cli;

/// <summary><c>csharpchef plan</c></summary>
internal static class PlanVerb
{
    private const int WouldChange = 10;

    public static Command Create()
    {
        var detailed = new Option<bool>("--detailed-exitcode") { Description = "Exit with 10 when something would change." };
        var command = new Command("plan", """
            Shows what converge would change, and changes nothing. Guards and queries run.

            Examples:
              csharpchef plan web1 -r nginx
              csharpchef plan @web -i hosts.json -r nginx --json --detailed-exitcode
            """);
        command.Options.Add(detailed);
        RunAction.Attach(command, ConvergeMode.Plan, (parsed, report) =>
            parsed.GetValue(detailed) && report.Hosts.Any(host => host.Count(ResultStatus.Changed) > 0) ? WouldChange : 0);
        return command;
    }
}

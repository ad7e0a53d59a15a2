using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary><c>csharpchef plan</c></summary>
internal static class PlanVerb
{
    private const int WouldChange = 10;

    public static Command Create()
    {
        var detailed = new Option<bool>("--detailed-exitcode")
        {
            Description = "Exit with code 10 when something would change."
        };
        var command = new Command("plan", """
            Show what converge would change.
            Changes nothing, but runs guards and queries. With -f, shows what apply would change.

            Examples:
              csharpchef plan web1 -r nginx
              csharpchef plan @web -i hosts.json -r nginx --json --detailed-exitcode
              csharpchef plan -f stack.csx
            """);
        command.Options.Add(detailed);
        var stack = new StackFileOptions();
        stack.AddTo(command);
        RunAction.Attach(
            command,
            ConvergeMode.Plan,
            (parsed, report) => report.Hosts.Any(host => host.Count(ResultStatus.Changed) > 0) ? Different(parsed) : 0,
            new StackPlanOption(stack, Different));
        return command;

        int Different(ParseResult parsed) => parsed.GetValue(detailed) ? WouldChange : 0;
    }
}

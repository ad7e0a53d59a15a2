using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Verbs.Show;

/// <summary><c>csharpchef show plan</c></summary>
internal static class ShowPlanVerb
{
    public static Command Create() => ShowAction.Create("plan", """
        Print the numbered actions of a run.
        Prints their steps and notifications without asking the machine what differs; csharpchef plan asks it.

        Examples:
          csharpchef show plan web1 -r nginx
        """, (shown, json) =>
        {
            if (json)
            {
                Console.Out.WriteLine(
                    new JsonArray([.. shown.Plan.Actions.Select(action => Json(shown, action))]).ToJsonString());
            }
            else
            {
                shown.Plan.Actions.ToList().ForEach(action => Write(shown, action));
            }
        });

    private static void Write(Shown shown, PlannedAction action)
    {
        var note = action.IsScheduled ? "" : "  (only when notified)";
        var place = Color.Grey(action.Resource.DeclaredAt.ToString());
        Console.Out.WriteLine(
            $"{action.Number,4}  {ShortLine.Of($"{action.ShownName} {action.Action}")}{note}  {place}");
        foreach (var line in Details(shown, action))
        {
            Console.Out.WriteLine($"        {line}");
        }
    }

    private static IEnumerable<string> Details(Shown shown, PlannedAction action) =>
    [
        .. action.Redacted().Guards.Select(guard => ShortLine.Of(Masked(shown, guard.ToString()))),
        .. action.Redacted().Steps
            .Select(step => ShortLine.Of(Masked(shown, $"{step.GetType().Name} {step.Subject}"))),
        .. action.Immediate.Count > 0 ? new[] { $"then at once: {string.Join(", ", action.Immediate)}" } : [],
        .. action.Delayed.Count > 0 ? new[] { $"then at the end: {string.Join(", ", action.Delayed)}" } : [],
    ];

    private static JsonObject Json(Shown shown, PlannedAction action) => new()
    {
        ["number"] = action.Number,
        ["resource"] = action.ShownName,
        ["action"] = action.Action,
        ["source"] = action.Resource.DeclaredAt.ToString(),
        ["ownTurn"] = action.IsScheduled,
        ["steps"] = new JsonArray([.. action.Redacted().Steps
            .Select(step => JsonValue.Create(Masked(shown, step.Subject.ToString())))]),
        ["immediate"] = new JsonArray([.. action.Immediate.Select(number => JsonValue.Create(number))]),
        ["delayed"] = new JsonArray([.. action.Delayed.Select(number => JsonValue.Create(number))]),
    };

    private static string Masked(Shown shown, string text) => shown.Resources.Secrets.Masked(text);
}

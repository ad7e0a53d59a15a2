using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render.Steps;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render;

/// <summary>Renders the shell program of a plan. The same plan and node give the same program.</summary>
internal static class ShellProgramRenderer
{
    /// <param name="plan">The actions.</param>
    /// <param name="node">The machine the plan was made for.</param>
    /// <param name="verify">Whether the program first checks that the node's facts are still true.</param>
    public static ShellProgram Render(ConvergePlan plan, Node node, bool verify)
    {
        var writer = new ProgramWriter(node);
        writer.Parts.Use("start");
        var actions = plan.Actions.Select(action => ActionText.Render(
            action, writer, plan.Final ? null : Line(action.Key))).ToList();
        var frame = Frame(plan, writer, verify);
        return new ShellProgram(writer.Parts.All, $"{writer.Functions}\n{string.Join('\n', actions)}", frame)
        {
            Subjects = writer.Probe.Table,
            Contents = writer.Contents,
            OldTexts = writer.OldTexts,
        };
    }

    private static string Frame(ConvergePlan plan, ProgramWriter writer, bool verify)
    {
        var (probe, notified) = (writer.Probe.Render(), plan.NotifiedActions);
        var text = new StringBuilder($"say hello\n{FactsText.Render(writer, verify)}")
            .Append($"{NotifiedActions(plan, notified)}{Secrets(plan)}open_journal\n{Cookbooks(plan)}{probe}{PackageActions(plan)}{Queue(plan)}{Late(plan)}")
            .Append(ChangesBefore(plan))
            .Append(notified.Count > 0 ? "run_pending\n" : "");
        foreach (var action in plan.Actions.Where(action => action.IsScheduled))
        {
            text.Append(Batch(plan, action, writer)).Append($"run {action.Number}\n");
        }

        return text.Append(Ending(plan)).ToString();
    }

    /// <summary>In a plan behind a barrier, the last of what would change before the barrier.</summary>
    private static string ChangesBefore(ConvergePlan plan) => plan.ChangesBefore is [.., var last]
        ? $"changes_before=1 earlier_change={ShellQuote.Word(last)}\n"
        : "";

    /// <summary>
    /// What a later run must know of notified actions, and the recipes whose notifications are all here.
    /// </summary>
    private static string NotifiedActions(ConvergePlan plan, IReadOnlyList<PlannedAction> notified)
    {
        var lines = string.Concat(notified.Select(action =>
            $"{action.Number} {Line(action.Key)} {ActionText.Title(action)}\n"));
        return (lines.Length == 0 ? "" : $"notified_actions={ShellQuote.Word($"\n{lines}")}\n")
            + Words("notified_before", [.. plan.NotifiedBefore.Select(action => Word(action.Key)).Distinct()])
            + Words("recipes", plan.Recipes);
    }

    private static string Cookbooks(ConvergePlan plan) =>
        string.Concat(plan.Cookbooks.Select(cookbook => $"say used {ShellQuote.Word(cookbook)}\n"));

    private static string Words(string variable, IReadOnlyList<string> words) =>
        words.Count == 0 ? "" : $"{variable}={ShellQuote.Word($" {string.Join(' ', words)} ")}\n";

    /// <summary>The key of an action in lines: NAME RECIPE.</summary>
    private static string Line(ActionKey key) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Action)).AsSpan(0, 6))} {key.Recipe ?? "-"}";

    /// <summary>The key of an action as one word: NAME:RECIPE.</summary>
    private static string Word(ActionKey key) => Line(key).Replace(' ', ':');

    /// <summary>
    /// Raises the notifications of earlier programs, and forgets their senders once all recipes are evaluated.
    /// </summary>
    private static string Late(ConvergePlan plan) => string.Concat(plan.Late.Select(late =>
        $"late {late.Number} {(late.IsImmediate ? "now" : "later")} {(late.IsSent ? "sent" : "unknown")} "
        + $"{string.Join(' ', late.Senders.Select(Word))}\n"))
        + (plan.Recipes.Count == 0 ? "" : "forget_senders\n");

    /// <summary>The lines that a journal must mask, the longest first. Shorter ones would mask half of it.</summary>
    private static string Secrets(ConvergePlan plan)
    {
        var lines = plan.Secrets.Where(secret => !secret.Contains('\n', StringComparison.Ordinal))
            .Select(line => line.Trim('\r'))
            .Where(line => line.Length >= SecretTexts.Shortest)
            .Distinct()
            .OrderByDescending(Encoding.UTF8.GetByteCount).ThenBy(line => line, StringComparer.Ordinal).ToList();
        return lines.Count == 0 ? "" : $"secrets={ShellQuote.Word(string.Join('\n', lines))}\n";
    }

    private static string PackageActions(ConvergePlan plan)
    {
        var actions = plan.Actions.Where(PackageBatches.CanBeAskedAboutTogether)
            .Select(action => $"{action.Number}").ToList();
        var scheduled = plan.Actions.Count(action => action.IsScheduled);
        return actions.Count == 0
            ? ""
            : $"package_actions={ShellQuote.Word(string.Join(' ', actions))} scheduled={scheduled}\n";
    }

    private static string Queue(ConvergePlan plan) =>
        plan.Pending.Count == 0 ? "" : $"enqueue {string.Join(' ', plan.Pending)}\n";

    private static string Batch(ConvergePlan plan, PlannedAction action, ProgramWriter writer)
    {
        var numbers = plan.PackageBatches.FirstOrDefault(numbers => numbers[0] == action.Number);
        if (numbers is null)
        {
            return "";
        }

        var batch = plan.Numbered(numbers);
        IReadOnlyList<PackageStep> steps = [.. batch.SelectMany(member => member.Steps).OfType<PackageStep>()];
        var tests = steps.Select(step => PackageText.Test(step, writer)).OfType<string>().ToList();
        var names = batch.SelectMany(member => member.Steps.OfType<PackageStep>()
            .Select(step => $"{member.Number} {ShellQuote.Word(step.Name)}"));
        var limit = action.Resource.Timeout is { } timeout ? ActionText.Seconds(timeout) : "''";
        var install = $"install_batch {limit} {string.Join(' ', names)}";
        return tests.Count == steps.Count
            ? $"if ! {{ {string.Join(" && ", tests)}; }}; then {install}; fi\n"
            : $"{install}\n";
    }

    /// <summary>
    /// Before a barrier the queue is reported to the controller, unless the run failed and ends here.
    /// </summary>
    private static string Ending(ConvergePlan plan) => plan.Final
        ? """
            run_queue
            clean_up
            [ -z "$dirty" ] || facts
            close_journal
            say end "${failed:-0}"

            """
        : """
            if [ "$stop$cancelled" ]; then run_queue; else report_queue; fi
            clean_up
            close_journal
            say end "${failed:-0}"

            """;
}

using System.Text;

namespace CSharpChef.Converge;

/// <summary>Makes the shell program of a plan. Pure: the same plan and node give the same text.</summary>
internal static class ShellProgramRenderer
{
    public static ShellProgram Render(ConvergePlan plan, Node node)
    {
        var writer = new ProgramWriter(node);
        writer.Parts.Use("start");
        var actions = plan.Actions.Select(action => ActionText.Render(action, writer)).ToList();
        var body = Body(plan, writer, node);
        var text = new StringBuilder("# shellcheck disable=SC2016,SC2034,SC2317 # texts stay as they are; variables and functions are reached by name\n{\n");
        text.AppendJoin('\n', writer.Parts.Texts).Append('\n');
        text.Append(writer.Functions).Append('\n').AppendJoin('\n', actions).Append('\n');
        text.Append(body).Append("exit\n}\n");
        return new ShellProgram(text.ToString()) { Contents = writer.Contents, OldTexts = writer.OldTexts };
    }

    private static string Body(ConvergePlan plan, ProgramWriter writer, Node node)
    {
        var text = new StringBuilder("say hello\n");
        if (!writer.Probe.IsEmpty)
        {
            writer.Parts.Use("probe");
            text.Append(writer.Probe.Render(node.PackageManager));
        }

        text.Append(Hooks(plan)).Append(Queue(plan));
        foreach (var action in plan.Actions.Where(action => action.OwnTurn))
        {
            text.Append(Together(plan, action)).Append($"run {action.Number}\n");
        }

        return text.Append(Ending(plan)).ToString();
    }

    private static string Hooks(ConvergePlan plan)
    {
        var numbers = plan.Actions.Where(ActionText.HasHook).Select(action => action.Number).ToList();
        return numbers.Count == 0 ? "" : $"hooks=' {string.Join(' ', numbers)} '\n";
    }

    private static string Queue(ConvergePlan plan) => plan.Owed.Count == 0 ? "" : $"later {string.Join(' ', plan.Owed)}\n";

    private static string Together(ConvergePlan plan, PlannedAction action)
    {
        var group = plan.Together.FirstOrDefault(numbers => numbers[0] == action.Number);
        var names = group?.SelectMany(number => plan[number].Steps).OfType<PackageStep>().Select(step => ShellQuote.Word(step.Name));
        return names is null ? "" : $"together {string.Join(' ', names)}\n";
    }

    /// <summary>Before a barrier the queue goes home, unless the run failed and ends here.</summary>
    private static string Ending(ConvergePlan plan) => plan.Final
        ? "finish\nleave\nsay end \"${failed:-0}\"\n"
        : "if [ \"$stop\" ]; then finish; else say owed \"$queue\"; fi\nleave\nsay end \"${failed:-0}\"\n";
}

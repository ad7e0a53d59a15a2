using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render.Steps;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render;

/// <summary>Makes the shell program of a plan. Pure: the same plan and node give the same text.</summary>
internal static class ShellProgramRenderer
{
    private const string Head =
        "# shellcheck disable=SC2016,SC2034,SC2317 # texts stay as they are; variables and functions are reached by name\n";

    /// <param name="plan">What shall be.</param>
    /// <param name="node">The machine it was made for.</param>
    /// <param name="verify">Whether the program checks first that the node's facts still hold.</param>
    public static ShellProgram Render(ConvergePlan plan, Node node, bool verify)
    {
        var writer = new ProgramWriter(node);
        writer.Parts.Use("start");
        var actions = plan.Actions.Select(action => ActionText.Render(action, writer)).ToList();
        var body = Body(plan, writer, node, verify);
        var parts = string.Join('\n', writer.Parts.Texts.Append(FactsProgram.FunctionsFor(node.Facts.Read)));
        var own = $"{writer.Functions}\n{string.Join('\n', actions)}\n{body}";
        return new ShellProgram($"{Head}{{\n{parts}\n{own}exit\n}}\n")
        {
            Own =
            own,
            Contents = writer.Contents,
            OldTexts = writer.OldTexts
        };
    }

    private static string Body(ConvergePlan plan, ProgramWriter writer, Node node, bool verify)
    {
        // The probe reads a fact too, so what there is to verify is known after it.
        var probe = Probe(writer, node);
        var text = new StringBuilder(
            $"say hello\n{Facts(node, verify)}{Debts(plan)}{Secrets(plan)}open_journal\n{probe}{Hooks(plan)}{Queue(plan)}");
        foreach (var action in plan.Actions.Where(action => action.OwnTurn))
        {
            text.Append(Together(plan, action, writer)).Append($"run {action.Number}\n");
        }

        return text.Append(Ending(plan)).ToString();
    }

    private static string Probe(ProgramWriter writer, Node node)
    {
        if (writer.Probe.IsEmpty)
        {
            return "";
        }

        writer.Parts.Use("probe");
        return writer.Probe.Render(node.PackageManager);
    }

    /// <summary>
    /// The facts that recipes read, told anew when they no longer hold, or when this run changed the machine.
    /// </summary>
    private static string Facts(Node node, bool verify)
    {
        var told = FactsProgram.FunctionNames(node.Facts.Read);
        var tell = told.Count == 0 ? ":" : $"{{ {string.Join("; ", told)}; }} | sed \"s/^/$token fact /\" >&5";
        var check = verify && told.Count > 0
            ? $"if ! {{ {FactsProgram.Verification(node.Facts, node.Facts.Read)}; }}; then say stale; facts; say end 0; exit; fi\n"
            : "";
        return $"facts() {{ {tell}; }}\n{check}";
    }

    private static string Hooks(ConvergePlan plan)
    {
        var numbers = plan.Actions.Where(ActionText.HasHook).Select(action => $"{action.Number} ").ToList();
        return numbers.Count == 0 ? "" : $"hooks=' {string.Concat(numbers)}'\n";
    }

    /// <summary>Names by which a later run knows what this one still owed.</summary>
    private static string Debts(ConvergePlan plan)
    {
        var asked = new HashSet<int>(plan.Owed);
        foreach (var action in plan.Actions)
        {
            asked.UnionWith(action.Asked);
        }

        var due = plan.Actions.Where(action => asked.Contains(action.Number)).ToList();
        return due.Count == 0
            ? ""
            : $"owed_names=' {string.Concat(due.Select(action => $"{action.Number}={Name(action)} "))}'\n";
    }

    private static string Name(PlannedAction action) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(action.ToString())).AsSpan(0, 6));

    /// <summary>Lines to mask in what a journal keeps. Shorter ones would mask half of it.</summary>
    private static string Secrets(ConvergePlan plan)
    {
        var lines = plan.Secrets.SelectMany(secret => secret.Split('\n'))
            .Select(line => line.Trim('\r'))
            .Where(line => line.Length >= SecretTexts.Shortest)
            .Distinct().OrderByDescending(line => line.Length).ThenBy(line => line, StringComparer.Ordinal).ToList();
        return lines.Count == 0 ? "" : $"secrets={ShellQuote.Word(string.Join('\n', lines))}\n";
    }

    private static string Queue(ConvergePlan plan) =>
        plan.Owed.Count == 0 ? "" : $"later {string.Join(' ', plan.Owed)}\n";

    private static string Together(ConvergePlan plan, PlannedAction action, ProgramWriter writer)
    {
        var group = plan.Together.FirstOrDefault(numbers => numbers[0] == action.Number);
        if (group is null)
        {
            return "";
        }

        IReadOnlyList<PackageStep> steps = [.. group.SelectMany(number => plan[number].Steps).OfType<PackageStep>()];
        var quick = steps.Select(step => PackageText.Quick(step, writer.Probe)).OfType<string>().ToList();
        var all = $"together {string.Join(' ', steps.Select(step => ShellQuote.Word(step.Name)))}";
        return quick.Count == steps.Count ? $"if ! {{ {string.Join(" && ", quick)}; }}; then {all}; fi\n" : $"{all}\n";
    }

    /// <summary>Before a barrier the queue goes home, unless the run failed and ends here.</summary>
    private static string Ending(ConvergePlan plan) => plan.Final
        ? "finish\nleave\n[ -z \"$dirty\" ] || facts\nclose_journal\nsay end \"${failed:-0}\"\n"
        : "if [ \"$stop$cancelled\" ]; then finish; else say owed \"$queue\"; fi\nleave\nclose_journal\nsay end \"${failed:-0}\"\n";
}

using System.Globalization;
using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Results;

/// <summary>
/// Understands the result lines of a program: <c>TOKEN word number text</c>. Whatever else a machine prints is passed
/// over.
/// </summary>
internal sealed class ResultReader(string token, ConvergePlan plan, ShellProgram program, TimeProvider clock)
{
    private readonly Dictionary<int, ActionResult> pending = [];
    private readonly List<ActionResult> results = [];
    private readonly List<string> facts = [];
    private Action<string>? block;
    private long since = clock.GetTimestamp();

    /// <summary>Called with each action's end, as it comes.</summary>
    public Action<ActionResult>? OnResult { get; init; }

    /// <summary>Called with what a person should know besides the actions.</summary>
    public Action<string>? OnNote { get; init; }

    /// <summary>Called when an action begins to change something.</summary>
    public Action<int, string>? OnChange { get; init; }

    /// <summary>The machine is not what the plan took it for; nothing was touched.</summary>
    public bool Stale { get; private set; }

    /// <summary>Another run has the machine, and this one did not wait for it.</summary>
    public string? Busy { get; private set; }

    /// <summary>In the order they ended; an action that ran twice is there twice.</summary>
    public IReadOnlyList<ActionResult> Results => results;

    /// <summary>Queued notifications that the next program of the run owes.</summary>
    public IReadOnlyList<int> Owed { get; private set; } = [];

    /// <summary>The facts it told, as lines of <c>key=value</c>; empty when they are what they were.</summary>
    public IReadOnlyList<string> Facts => facts;

    public void Read(string line)
    {
        if (!line.StartsWith(token + " ", StringComparison.Ordinal))
        {
            if (line.StartsWith('|'))
            {
                block?.Invoke(line[1..]);
            }
            else if (line.Length == 0)
            {
                block?.Invoke("\n");
                block = null;
            }

            return;
        }

        block = null;
        var words = line.Split(' ', 4);
        Understand(words[1], words.ElementAtOrDefault(2) ?? "", words.ElementAtOrDefault(3) ?? "");
    }

    private void Understand(string word, string second, string rest)
    {
        switch (word)
        {
            case "hello": Restart(); break;
            case "stale": Stale = true; break;
            case "fact": facts.Add($"{second} {rest}".TrimEnd()); break;
            case "busy": Busy = $"{second} {rest}".TrimEnd(); break;
            case "waiting": OnNote?.Invoke($"waits for run {second} {rest}".TrimEnd()); break;
            case "interrupted":
                OnNote?.Invoke(
                $"the run {second} before this one was cut short{(rest.Length > 0 ? $" at {rest}" : "")}"); break;
            case "note": OnNote?.Invoke($"{second} {rest}".TrimEnd()); break;
            case "owed": Owed = Numbers($"{second} {rest}"); break;
            default:
                if (Number(second) is { } number && number >= 1 && number <= plan.Actions.Count)
                {
                    UnderstandAction(word, number, rest);
                }

                break;
        }
    }

    // The program starts: an attempt before this one never reached the host.
    private void Restart()
    {
        pending.Clear();
        results.Clear();
    }

    private void UnderstandAction(string word, int number, string rest)
    {
        var result = pending.GetValueOrDefault(number) ?? new ActionResult(number, ResultStatus.Unchanged);
        switch (word)
        {
            case "did":
                pending[number] = result with { Changes = [.. result.Changes, rest] };
                OnChange?.Invoke(number, rest);
                break;
            case "why": pending[number] = result with { Reason = rest }; break;
            case "code": pending[number] = result with { ExitCode = Number(rest) }; break;
            case "output":
                pending[number] =
                result with { Output = "" }; block = line => AddOutput(number, line); break;
            case "old": BeginOld(result, rest); break;
            case "retry": pending.Remove(number); break;
            case "unchanged": End(result with { Status = ResultStatus.Unchanged }); break;
            case "changed": End(result with { Status = ResultStatus.Changed }); break;
            case "failed":
                End(
                result with { Status = ResultStatus.Failed, Ignored = plan[number].Resource.IgnoreFailure }); break;
            case "skipped": End(result with { Status = ResultStatus.Skipped, Reason = Guard(number, rest) }); break;
        }
    }

    private void AddOutput(int number, string line)
    {
        if (line != "\n")
        {
            pending[number] = pending[number] with { Output = pending[number].Output + line + "\n" };
        }
    }

    private void BeginOld(ActionResult result, string name)
    {
        if (program.OldTexts.TryGetValue(name, out var path))
        {
            var (text, begun) = (new StringBuilder(), false);
            void Keep() => pending[result.Number] = pending.GetValueOrDefault(result.Number, result) with
            {
                OldText = new Dictionary<string, string>(result.OldText) { [path] = text.ToString() },
            };
            Keep();
            block = line =>
            {
                // The line before ends where another begins, or where the empty line tells that it does.
                text.Append(begun ? "\n" : "").Append(line == "\n" ? "" : line);
                begun = true;
                Keep();
            };
        }
    }

    private void End(ActionResult result)
    {
        pending.Remove(result.Number);
        var ended = result with { Seconds = clock.GetElapsedTime(since).TotalSeconds };
        since = clock.GetTimestamp();
        results.Add(ended);
        OnResult?.Invoke(ended);
    }

    private string? Guard(int number, string index) =>
        Number(index) is { } at && at >= 1 && at <= plan[number].Guards.Count
            ? plan[number].Redacted().Guards[at - 1].ToString()
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private int[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).OfType<int>()
            .Where(number => number >= 1 && number <= plan.Actions.Count)];
}

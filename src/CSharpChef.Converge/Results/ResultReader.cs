using System.Globalization;
using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Results;

/// <summary>
/// Reads the result lines of a program: <c>TOKEN word number text</c>. Other output of the host is ignored.
/// </summary>
internal sealed class ResultReader(string token, ConvergePlan plan, ShellProgram program, TimeProvider clock)
{
    private readonly Dictionary<int, ActionResult> unfinished = [];
    private readonly List<ActionResult> results = [];
    private readonly List<string> facts = [];
    private readonly List<int> kept = [];
    private Action<string>? block;
    private long lastEnd = clock.GetTimestamp();

    /// <summary>Called when an action has ended.</summary>
    public Action<ActionResult>? OnResult { get; init; }

    /// <summary>Called with other messages for the user.</summary>
    public Action<string>? OnNote { get; init; }

    /// <summary>Called when an action begins to change something.</summary>
    public Action<int>? OnBegin { get; init; }

    /// <summary>Called when an action has made a change.</summary>
    public Action<int, string>? OnChange { get; init; }

    /// <summary>True when the node no longer has the facts of the plan; then nothing was changed.</summary>
    public bool IsStale { get; private set; }

    /// <summary>What has the host, when this run did not wait for it.</summary>
    public OtherRun? OtherRun { get; private set; }

    /// <summary>The results in the order the actions ended; an action that ran twice is there twice.</summary>
    public IReadOnlyList<ActionResult> Results => results;

    /// <summary>True when the run was asked to end after its step, by its user or by somebody else.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Numbers of notified actions that the next program of the run must run.</summary>
    public IReadOnlyList<int> Pending { get; private set; } = [];

    /// <summary>True when the program makes no change, so that what is pending stays so.</summary>
    public bool IsPlan { get; init; }

    /// <summary>
    /// Numbers of notified actions that failed at last, or did not run: the next run of their recipe runs them.
    /// </summary>
    public IReadOnlyList<int> StillPending => kept.Count == 0 ? [] : [.. kept.Distinct()];

    /// <summary>Printed facts, as lines of <c>key=value</c>; empty when none have changed.</summary>
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
        Interpret(words[1], words.ElementAtOrDefault(2) ?? "", words.ElementAtOrDefault(3) ?? "");
    }

    private void Interpret(string word, string second, string rest)
    {
        switch (word)
        {
            case "hello": Restart(); break;
            case "stale": IsStale = true; break;
            case "cancelled": IsCancelled = true; break;
            case "fact": facts.Add($"{second} {rest}".TrimEnd()); break;
            case "busy": OtherRun = new(second, rest); break;
            case "waiting": OnNote?.Invoke(new OtherRun(second, rest).Waits); break;
            case "interrupted":
                OnNote?.Invoke($"the earlier run {second} was interrupted{(rest.Length > 0 ? $" at {rest}" : "")}");
                break;
            case "note": OnNote?.Invoke($"{second} {rest}".TrimEnd()); break;
            case "kept": kept.AddRange(Numbers(second)); break;
            case "owed": Pending = Numbers($"{second} {rest}"); break;
            default:
                if (Number(second) is { } number && number >= 1 && number <= plan.Actions.Count)
                {
                    InterpretAction(word, number, rest);
                }

                break;
        }
    }

    // The program starts: an earlier attempt never reached the host.
    private void Restart()
    {
        unfinished.Clear();
        results.Clear();
        kept.Clear();
    }

    private void InterpretAction(string word, int number, string rest)
    {
        var result = unfinished.TryGetValue(number, out var begun)
            ? begun
            : new ActionResult(number, ResultStatus.Unchanged);
        switch (word)
        {
            case "begin": OnBegin?.Invoke(number); break;
            case "did":
                unfinished[number] = result with { Changes = [.. result.Changes, rest] };
                OnChange?.Invoke(number, rest);
                break;
            case "why": unfinished[number] = result with { Reason = rest }; break;
            case "unasked": unfinished[number] = result with { Reason = UnaskedGuard.Note(plan, results) }; break;
            case "code": unfinished[number] = result with { ExitCode = Number(rest) }; break;
            case "output":
                unfinished[number] = result with { Output = "" };
                block = line => AddOutput(number, line);
                break;
            case "old": BeginOld(result, rest); break;
            case "retry": unfinished.Remove(number); break;
            case "unchanged": End(result with { Status = ResultStatus.Unchanged }); break;
            case "changed": End(result with { Status = ResultStatus.Changed }); break;
            case "failed":
                End(result with
                {
                    Status = ResultStatus.Failed,
                    Ignored = plan[number].Resource.IgnoreFailure,
                });
                break;
            case "skipped": End(result with { Status = ResultStatus.Skipped, Reason = Guard(number, rest) }); break;
        }
    }

    private void AddOutput(int number, string line)
    {
        if (line != "\n")
        {
            unfinished[number] = unfinished[number] with { Output = unfinished[number].Output + line + "\n" };
        }
    }

    private void BeginOld(ActionResult result, string name)
    {
        if (program.OldTexts.TryGetValue(name, out var path))
        {
            var (text, hasLines) = (new StringBuilder(), false);
            void Store() => unfinished[result.Number] = unfinished.GetValueOrDefault(result.Number, result) with
            {
                OldText = new Dictionary<string, string>(result.OldText) { [path] = text.ToString() },
            };
            Store();
            block = line =>
            {
                // A line ends where the next begins; an empty line at the end means that the last one ends too.
                text.Append(hasLines ? "\n" : "").Append(line == "\n" ? "" : line);
                hasLines = true;
                Store();
            };
        }
    }

    private void End(ActionResult result)
    {
        unfinished.Remove(result.Number);
        var timedResult = result with { Seconds = clock.GetElapsedTime(lastEnd).TotalSeconds };
        lastEnd = clock.GetTimestamp();
        results.Add(timedResult);
        if (!IsPlan && result.Status != ResultStatus.Failed)
        {
            kept.RemoveAll(number => number == result.Number);
        }

        OnResult?.Invoke(timedResult);
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

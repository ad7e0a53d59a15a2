using System.Globalization;
using System.Text.RegularExpressions;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Runs;

/// <summary>
/// Reads a run from its journal on the host. A journal names only the actions that began to change something, so the
/// others are counted without a name.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="run">The name of the run.</param>
internal sealed partial class JournaledRun(string host, string run)
{
    private readonly Dictionary<string, ResourceReport> resources = [];
    private readonly Dictionary<string, string> titles = [];
    private readonly List<RunLine> lines = [];
    private readonly Dictionary<string, string> pending = [];
    private bool isOutput;
    private bool isCancelled;
    private string last = "";

    /// <summary>The lines that converge would have printed, of the journal so far.</summary>
    public IReadOnlyList<RunLine> Lines => lines;

    /// <summary>True when the run has ended well.</summary>
    public bool HasSucceeded => last == "end 0";

    /// <summary>Reads a journal to its end.</summary>
    /// <param name="host">The host.</param>
    /// <param name="run">The name of the run.</param>
    /// <param name="journal">The lines of the journal.</param>
    public static StoredRun Read(string host, string run, IEnumerable<string> journal)
    {
        var reader = new JournaledRun(host, run);
        foreach (var line in journal)
        {
            reader.Read(line);
        }

        return reader.Ended();
    }

    /// <summary>The run, whose journal has been read to its end.</summary>
    public StoredRun Ended()
    {
        // A run whose failures are all ignored ends with 0.
        var isIgnored = HasSucceeded;
        IReadOnlyList<ResourceReport> found = [.. resources.Values.Select(
            resource => resource with { Ignored = isIgnored && resource.Status == ResultStatus.Failed })];
        var failed = found.Any(resource => resource is { Status: ResultStatus.Failed, Ignored: false });
        var ended = last.StartsWith("end ", StringComparison.Ordinal);
        var why = !ended ? "the run was interrupted"
            : isCancelled ? CancelledException.EndedAfterStep
            : null;
        var report = new HostReport(host, failed || why is not null ? HostStatus.Failed : HostStatus.Ok, found)
        {
            Error = why is null ? null : new ConvergeException(why),
            Runs = [run],
            Pending = [.. pending.Values],
        };
        return new StoredRun(JsonHost.Of(report), lines);
    }

    /// <summary>Reads the next line of the journal.</summary>
    public void Read(string line)
    {
        if (line is ['|', ..] && isOutput)
        {
            Change(last, resource => resource with { Output = $"{resource.Output}{line[1..]}\n" });
        }
        else if (line is not (['|', ..] or ""))
        {
            var words = line.Split(' ', 3);
            isOutput = words[0] == "output";
            Interpret(words[0], words.ElementAtOrDefault(1) ?? "", words.ElementAtOrDefault(2) ?? "");
            last = isOutput ? words[1] : line;
        }
    }

    private void Interpret(string word, string number, string rest)
    {
        switch (word)
        {
            case "cancelled": isCancelled = true; break;
            case "kept": pending[number] = TitlePattern().Match(rest).Groups["action"].Value; break;
            case "owed":
                lines.Add(new RunLine(
                    RunLineKind.Note, "ended at `await Converge()`: the rest of its recipes is a run of its own"));
                break;
            case "end":
                lines.AddRange(pending.Values.Select(action =>
                    new RunLine(RunLineKind.Note, $"{action} stays pending: the next run of its recipe runs it")));
                break;
            case "begin": titles[number] = rest; break;
            case "did":
                Change(number, resource => resource with
                {
                    Status = ResultStatus.Changed,
                    Actions = [.. resource.Actions, rest],
                });
                lines.Add(new RunLine(RunLineKind.Change, rest) { Resource = Title(number).Resource });
                break;
            case "why": Change(number, resource => resource with { Message = rest }); break;
            case "code": Change(number, resource => resource with { ExitCode = Number(rest) }); break;
            case "failed":
                Change(number, resource => resource with { Status = ResultStatus.Failed });
                AddFailure(new RunLine(RunLineKind.Failure, resources[Key(number)].Message ?? "")
                {
                    Resource = Title(number).Resource,
                });
                break;
            case "changed": pending.Remove(number); break;
            case "unchanged":
                pending.Remove(number);
                Change(number, resource => resource);
                break;
            case "skipped":
                pending.Remove(number);
                Change(number, resource => resource.Actions.Count > 0
                    ? resource
                    : resource with { Status = ResultStatus.Skipped });
                break;
            case "note": lines.Add(new RunLine(RunLineKind.Note, $"{number} {rest}".TrimEnd())); break;
            case "used": lines.Add(new RunLine(RunLineKind.Note, $"used {number} {rest}")); break;
            case "interrupted":
                lines.Add(new RunLine(RunLineKind.Note, $"the earlier run {number} was interrupted at {rest}"));
                break;
        }
    }

    // Two actions of a resource, such as enable and start, often fail for one reason.
    private void AddFailure(RunLine line)
    {
        if (lines.Count == 0 || lines[^1] != line)
        {
            lines.Add(line);
        }
    }

    private void Change(string number, Func<ResourceReport, ResourceReport> change)
    {
        var (resource, source) = Title(number);
        var known = resources.GetValueOrDefault(Key(number)) ?? new ResourceReport(
            resource, ResultStatus.Unchanged, source);
        resources[Key(number)] = change(known);
    }

    private string Key(string number) => Title(number) is (var resource, { Length: > 0 } source)
        ? $"{resource} {source}"
        : number;

    private (string Resource, string Source) Title(string number) =>
        titles.TryGetValue(number, out var title) && TitlePattern().Match(title) is { Success: true } match
            ? (match.Groups["resource"].Value, match.Groups["source"].Value)
            : ($"action {number}", "");

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<action>(?<resource>.+) \S+) \((?<source>.+)\)\z", RegexOptions.Singleline)]
    private static partial Regex TitlePattern();
}

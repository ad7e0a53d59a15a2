using System.Globalization;
using CSharpChef.Stacks.Deployments.Records;

namespace CSharpChef.Stacks.Runs.Resuming;

/// <summary>
/// Reads the lines of a run's journal, which another server began: what it changed, and how it ended. The machine has
/// masked the secrets in them; output and old texts of files are passed over.
/// </summary>
/// <param name="note">Hears each change and each failure.</param>
internal sealed class JournalReader(Action<string> note)
{
    private readonly Dictionary<string, string> titles = [];
    private readonly Dictionary<string, string> reasons = [];
    private readonly List<(string Number, string Change)> changes = [];
    private readonly List<string> failures = [];
    private readonly List<ResourceResult> results = [];
    private int changed;

    /// <summary>The exit code of the run; null before its end.</summary>
    public int? ExitCode { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>True when the run waits for content that only the server that began it has.</summary>
    public bool NeedsContent { get; private set; }

    /// <summary>The action that began last and has not ended; null between two actions.</summary>
    public string? Current { get; private set; }

    /// <summary>The results of the actions that the journal names: those that changed something or failed.</summary>
    public IReadOnlyList<ResourceResult> Results => results;

    public string Summary => failures.Count > 0
        ? string.Join("; ", failures)
        : string.Create(CultureInfo.InvariantCulture, $"{changed} changed, 0 failed");

    /// <param name="line">A line without its token.</param>
    public void Read(string line)
    {
        if (line is ['|', ..] or "")
        {
            return;
        }

        var words = line.Split(' ', 3);
        var (number, rest) = (words.ElementAtOrDefault(1) ?? "", words.ElementAtOrDefault(2) ?? "");
        switch (words[0])
        {
            case "begin":
                Current = titles[number] = rest;
                break;
            case "did":
                note($"{Title(number)} {rest}");
                changes.Add((number, rest));
                break;
            case "why":
                reasons[number] = rest;
                break;
            case "changed" or "unchanged" or "skipped" or "failed":
                End(words[0], number);
                break;
            case "need":
                NeedsContent = true;
                break;
            case "cancelled":
                IsCancelled = true;
                break;
            case "end":
                ExitCode =
                    int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 1;
                break;
        }
    }

    private void End(string word, string number)
    {
        Current = null;
        changed += word == "changed" ? 1 : 0;
        if (titles.TryGetValue(number, out var title))
        {
            results.Add(new()
            {
                Resource = title,
                Status = word,
                Changes = [.. changes.Where(change => change.Number == number).Select(change => change.Change)],
                Milliseconds = 0,
                Message = reasons.GetValueOrDefault(number),
            });
        }

        if (word == "failed")
        {
            failures.Add($"{Title(number)} failed{(reasons.GetValueOrDefault(number) is { } why ? $": {why}" : "")}");
            note(failures[^1]);
        }
    }

    private string Title(string number) => titles.GetValueOrDefault(number, $"action {number}");
}

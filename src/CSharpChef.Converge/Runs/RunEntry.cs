using System.Globalization;

namespace CSharpChef.Converge.Runs;

/// <summary>One run in the list of runs whose journals a host keeps.</summary>
internal sealed record RunEntry(string Name, string State, int Changed, string Who)
{
    /// <summary>The action during which the run was interrupted, or that runs now.</summary>
    public string? At { get; init; }

    /// <summary>Reads the lines that <see cref="JournalProgram.Runs"/> prints; the newest run comes first.</summary>
    public static IReadOnlyList<RunEntry> Parse(IReadOnlyList<string> lines)
    {
        var at = lines.Select(line => line.Split(' ', 3))
            .Where(words => words is ["at", _, _])
            .ToDictionary(words => words[1], words => words[2]);
        return [.. lines
            .Select(line => line.Split(' ', 4))
            .Where(words => words.Length == 4 && words[0] is "running" or "finished" or "failed" or "cancelled" or "interrupted")
            .Select(words => new RunEntry(
                words[1],
                words[0],
                int.TryParse(words[2], CultureInfo.InvariantCulture, out var changed) ? changed : 0,
                words[3])
            {
                At = at.GetValueOrDefault(words[1]),
            })
            .OrderByDescending(run => run.Name, StringComparer.Ordinal)];
    }
}

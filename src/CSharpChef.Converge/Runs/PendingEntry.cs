namespace CSharpChef.Converge.Runs;

/// <summary>A notified action that is pending on a host.</summary>
/// <param name="Action">The action as journals show it; empty when an earlier release noted it.</param>
/// <param name="Recipe">The recipe that declares it; empty when an earlier release noted it.</param>
/// <param name="Since">The run that left it pending; empty when an earlier release noted it.</param>
internal sealed record PendingEntry(string Action, string Recipe, string Since)
{
    /// <summary>
    /// Reads the lines that <see cref="JournalProgram.Runs"/> prints, in the order of the notifications.
    /// </summary>
    public static IReadOnlyList<PendingEntry> Parse(IReadOnlyList<string> lines) =>
        [.. lines.Select(line => line.Split(' ', 6))
            .Where(words => words is ["pending", ..])
            .Select(words => new PendingEntry(Word(words, 5), Word(words, 4), Word(words, 3)))];

    private static string Word(string[] words, int index) => words.ElementAtOrDefault(index) ?? "";
}

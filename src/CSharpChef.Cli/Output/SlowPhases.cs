namespace CSharpChef.Cli.Output;

/// <summary>
/// Tells which recipe is compiled and which hosts are asked for their facts, each once, and only when that takes long.
/// </summary>
internal sealed class SlowPhases
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly HashSet<string> told = [];

    /// <summary>The lines that are due now.</summary>
    public IReadOnlyList<string> Due(ProgressView view)
    {
        var slow = view.AskingFacts.Where(host => host.Elapsed > Limit).ToList();
        return [.. new[] { Compiling(view.Compiling), slow.Count == 0 ? null : Asking(slow) }.OfType<string>()];
    }

    private string? Compiling(ProgressRow? recipe) =>
        recipe is not null && recipe.Elapsed > Limit && told.Add(recipe.Host) ? $"Compiling {recipe.Host}" : null;

    // Of hosts that are asked at the same time one line tells.
    private string? Asking(List<ProgressRow> hosts) => told.Add("facts")
        ? $"Asking {hosts[0].Host}{(hosts.Count > 1 ? $" and {hosts.Count - 1} more" : "")} for facts"
        : null;
}

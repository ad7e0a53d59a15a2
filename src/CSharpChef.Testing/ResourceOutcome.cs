using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>How one resource ended: all its actions together, the most notable counts.</summary>
/// <param name="Resource">The resource, such as <c>file[/etc/motd]</c>.</param>
/// <param name="Status">How it ended.</param>
public sealed record ResourceOutcome(string Resource, ResourceStatus Status)
{
    /// <summary>
    /// What was done, or would be, in order: <c>write content</c>, <c>set mode 0640 (was 0644)</c>, <c>restart</c>, …
    /// </summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The guard that said no, or what went wrong; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>It failed, and its <c>IgnoreFailure</c> let the run go on.</summary>
    public bool Ignored { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        $"{Resource}: {Status}"
            + (Changes.Count > 0 ? $" ({string.Join(", ", Changes)})" : "")
            + (Reason is null ? "" : $" ({Reason})");

    internal static ResourceOutcome Of(Resource resource, IReadOnlyList<ActionResult> results)
    {
        var status = results.Select(result => Of(result.Status)).DefaultIfEmpty(ResourceStatus.NotRun).Max();
        var telling = results.FirstOrDefault(result => Of(result.Status) == status);
        return new ResourceOutcome($"{resource}", status)
        {
            Changes = [.. results.SelectMany(result => result.Changes)],
            Reason = telling?.Reason,
            Ignored = telling is { Ignored: true },
        };
    }

    private static ResourceStatus Of(ResultStatus status) => status switch
    {
        ResultStatus.Skipped => ResourceStatus.Skipped,
        ResultStatus.Unchanged => ResourceStatus.Unchanged,
        ResultStatus.Changed => ResourceStatus.Changed,
        ResultStatus.Failed => ResourceStatus.Failed,
        _ => ResourceStatus.NotRun,
    };
}

using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>The outcome of one resource: the most severe status of its actions, and all their changes.</summary>
/// <param name="Resource">The resource, such as <c>file[/etc/motd]</c>.</param>
/// <param name="Status">The status of the resource.</param>
public sealed record ResourceOutcome(string Resource, ResourceStatus Status)
{
    /// <summary>
    /// The changes, in order; in a plan, those that would be made: <c>write content</c>, <c>set mode 0640 (was
    /// 0644)</c>, <c>restart</c>, …
    /// </summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>
    /// The guard that prevented the action, <c>only when notified</c>, the reason of a failure, or a note about a
    /// success; null otherwise.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>True when the resource failed and <c>IgnoreFailure</c> let the run continue.</summary>
    public bool Ignored { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        $"{Resource}: {Status}"
            + (Changes.Count > 0 ? $" ({string.Join(", ", Changes)})" : "")
            + (Reason is null ? "" : $" ({Reason})");

    /// <summary>The status in words: <c>changed</c>, <c>not run</c>.</summary>
    internal static string Text(ResourceStatus status) =>
        status == ResourceStatus.NotRun ? "not run" : status.ToString().ToLowerInvariant();

    // A test finds a resource by its name, which the report hides when it may contain a secret.
    internal static ResourceOutcome Of(Resource resource, ResourceReport report) =>
        new($"{resource}", Of(report.Status))
        {
            Changes = report.Actions,
            Reason = report.Message,
            Ignored = report.Ignored,
        };

    private static ResourceStatus Of(ResultStatus status) => status switch
    {
        ResultStatus.Skipped => ResourceStatus.Skipped,
        ResultStatus.Unchanged => ResourceStatus.Unchanged,
        ResultStatus.Changed => ResourceStatus.Changed,
        ResultStatus.Failed => ResourceStatus.Failed,
        _ => ResourceStatus.NotRun,
    };
}

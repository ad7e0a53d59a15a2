namespace CSharpChef.Converge.Summarize;

/// <summary>How an action, or a resource, ended.</summary>
internal enum ResultStatus
{
    /// <summary>It was as wanted already.</summary>
    Unchanged,

    /// <summary>It was changed; in a plan, it would be.</summary>
    Changed,

    /// <summary>A guard said no.</summary>
    Skipped,

    Failed,

    /// <summary>The run ended before its turn.</summary>
    NotRun,
}

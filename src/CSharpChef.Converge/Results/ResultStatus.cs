namespace CSharpChef.Converge.Results;

/// <summary>The outcome of an action or a resource.</summary>
internal enum ResultStatus
{
    /// <summary>Nothing had to be changed.</summary>
    Unchanged,

    /// <summary>It was changed; in a plan, it would be.</summary>
    Changed,

    /// <summary>A guard prevented it.</summary>
    Skipped,

    Failed,

    /// <summary>The run ended before it.</summary>
    NotRun,
}

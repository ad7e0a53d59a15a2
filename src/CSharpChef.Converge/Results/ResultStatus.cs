namespace CSharpChef.Converge.Results;

/// <summary>The statuses of an action or a resource in a run.</summary>
internal enum ResultStatus
{
    /// <summary>The node already had the state.</summary>
    Unchanged,

    /// <summary>The action changed the node, or would change it in a plan.</summary>
    Changed,

    /// <summary>A guard prevented it.</summary>
    Skipped,

    Failed,

    /// <summary>The run ended before it.</summary>
    NotRun,
}

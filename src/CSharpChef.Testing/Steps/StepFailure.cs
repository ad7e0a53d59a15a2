namespace CSharpChef.Testing;

/// <summary>A step failed. A run catches it and reports it as the result of the action.</summary>
internal sealed class StepFailure(string reason) : Exception(reason)
{
    /// <summary>The exit code of the command that failed.</summary>
    public int? ExitCode { get; init; }

    public string? Output { get; init; }
}

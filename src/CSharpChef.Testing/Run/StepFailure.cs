namespace CSharpChef.Testing;

/// <summary>A step could not be done. Never leaves a <see cref="FakeRun"/>.</summary>
internal sealed class StepFailure(string reason) : Exception(reason)
{
    /// <summary>The exit code of the command that failed.</summary>
    public int? ExitCode { get; init; }

    public string? Output { get; init; }
}

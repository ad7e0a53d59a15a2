namespace CSharpChef.Testing;

/// <summary>A step could not be done. Never leaves a <see cref="FakeRun"/>.</summary>
internal sealed class StepFailure(string reason, string? output = null) : Exception(reason)
{
    public string? Output { get; } = output;
}

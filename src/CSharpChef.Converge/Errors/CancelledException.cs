namespace CSharpChef.Converge.Errors;

/// <summary>
/// The user cancelled a run that was waiting for an answer of the host; nothing was changed meanwhile.
/// </summary>
internal sealed class CancelledException() : ChefException("cancelled")
{
    /// <summary>What the report says of a run that ended before its last step.</summary>
    public const string EndedAfterStep = "cancelled: the run ended after its current step, and the rest did not run";

    public override int ExitCode => 1;
}

namespace CSharpChef.Converge.Errors;

/// <summary>
/// The user cancelled a run that was waiting for an answer of the host; nothing was changed meanwhile.
/// </summary>
internal sealed class CancelledException() : ChefException("cancelled")
{
    public override int ExitCode => 1;
}

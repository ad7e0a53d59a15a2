namespace CSharpChef.Converge.Errors;

/// <summary>The node was reached, but the run or command failed there.</summary>
internal sealed class ConvergeException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 1;

    /// <summary>The exit code of the command on the node that failed; null for other failures.</summary>
    public int? CommandExitCode { get; init; }
}

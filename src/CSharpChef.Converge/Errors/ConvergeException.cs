namespace CSharpChef.Converge.Errors;

/// <summary>The node could not do what it was asked.</summary>
internal sealed class ConvergeException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 1;
}

namespace CSharpChef.Converge.Evaluate;

/// <summary>An error of a recipe that another process has explained completely, with its place.</summary>
internal sealed class ReceivedException(string message) : ChefException(message)
{
    public override int ExitCode => 3;
}

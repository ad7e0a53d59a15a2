namespace CSharpChef.Converge.Errors;

/// <summary>Whoever typed the command must change it.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 2;
}

namespace CSharpChef.Converge.Errors;

/// <summary>The command line is wrong: the user must change it.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 2;
}

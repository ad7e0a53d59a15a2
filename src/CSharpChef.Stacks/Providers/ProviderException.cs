namespace CSharpChef.Stacks.Providers;

/// <summary>
/// A machine could not be started, stopped or found. The message says what, which machine and what to try.
/// </summary>
internal sealed class ProviderException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 1;
}

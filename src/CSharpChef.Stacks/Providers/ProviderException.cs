namespace CSharpChef.Stacks.Providers;

/// <summary>
/// A machine could not be started, stopped or found. The message says what, which machine and what to try.
/// </summary>
internal sealed class ProviderException(string message, Exception? inner = null) : ChefException(message, inner)
{
    private const int UsageExitCode = 2;

    /// <summary>True when a setting or a name is wrong that a user wrote.</summary>
    public bool IsUsage { get; init; }

    public override int ExitCode => IsUsage ? UsageExitCode : 1;
}

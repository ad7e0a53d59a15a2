namespace CSharpChef.Testing;

/// <summary>
/// The error of a failed assertion about a fake node, or of a command without an answer. Every test framework shows it
/// as a failed test.
/// </summary>
public sealed class ChefTestException(string message) : ChefException(message)
{
    /// <param name="message">The failed assertion.</param>
    /// <param name="runFailure">The failure of the last run, which may be its cause; null when it succeeded.</param>
    internal ChefTestException(string message, string? runFailure)
        : this(runFailure is null ? message : $"{message}\n{runFailure}")
    {
    }

    /// <inheritdoc />
    public override int ExitCode => 1;
}

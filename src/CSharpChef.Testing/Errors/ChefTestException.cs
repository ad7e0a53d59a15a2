namespace CSharpChef.Testing;

/// <summary>
/// The error of a failed assertion about a fake node, or of a command without an answer. Every test framework shows it
/// as a failed test.
/// </summary>
public sealed class ChefTestException(string message) : ChefException(message)
{
    /// <inheritdoc />
    public override int ExitCode => 1;
}

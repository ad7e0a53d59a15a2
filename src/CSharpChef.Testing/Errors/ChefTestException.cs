namespace CSharpChef.Testing;

/// <summary>
/// A test expected something else of the fake node, or a recipe ran a command that the test gave no answer to. Any test
/// framework shows it as a failed test.
/// </summary>
public sealed class ChefTestException(string message) : ChefException(message)
{
    /// <inheritdoc />
    public override int ExitCode => 1;
}

namespace CSharpChef.Stacks.Operations;

/// <summary>An operation is refused. The code is what clients compare; the message says which member and why.</summary>
internal sealed class OperationException(string code, string message, Exception? inner = null)
    : ChefException(message, inner)
{
    public string Code { get; } = code;

    public override int ExitCode => 1;
}

namespace CSharpChef.Stacks.Operations;

/// <summary>A call is refused. Clients compare the code; the message names the member and the reason.</summary>
internal sealed class OperationException(string code, string message, Exception? inner = null)
    : ChefException(message, inner)
{
    public string Code { get; } = code;

    /// <summary>The object that the refused call named, for the activity log; null when it named none.</summary>
    public CallSubject? Subject { get; set; }

    /// <summary>The right that the caller lacks, for the activity log; null when the call was not denied.</summary>
    public string? Denial { get; init; }

    public override int ExitCode => 1;
}

namespace CSharpChef.Converge;

/// <summary>What a command wrote on one host, both output streams together, and its exit code.</summary>
internal sealed record HostCommandResult(string Host, int? ExitCode, string Output)
{
    /// <summary>Why the command did not run; null when it did.</summary>
    public ChefException? Error { get; init; }
}

namespace CSharpChef.Converge;

/// <summary>The exit code of a command on one host, and its output from both streams together.</summary>
internal sealed record HostCommandResult(string Host, int? ExitCode, string Output)
{
    /// <summary>Why the command did not run; null when it did.</summary>
    public ChefException? Error { get; init; }
}

namespace CSharpChef.Converge;

/// <summary>The exit code of a command on one host, and the text of both output streams.</summary>
internal sealed record HostCommandResult(string Host, int? ExitCode, string Output)
{
    /// <summary>The reason why the command did not run; null when it ran.</summary>
    public ChefException? Error { get; init; }

    /// <summary>True when the output of a command that failed says why.</summary>
    public bool SaysWhy { get; init; }
}

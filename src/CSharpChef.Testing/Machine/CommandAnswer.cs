namespace CSharpChef.Testing;

/// <summary>The exit code and the output of a command.</summary>
internal sealed record CommandAnswer(int ExitCode, string Output)
{
    /// <summary>Changes the node when the command runs.</summary>
    public Action? Effect { get; init; }
}

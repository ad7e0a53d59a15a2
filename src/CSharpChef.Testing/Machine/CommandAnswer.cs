namespace CSharpChef.Testing;

/// <summary>How a command ends, and what it wrote.</summary>
internal sealed record CommandAnswer(int ExitCode, string Output)
{
    public Action? Effect { get; init; }
}

namespace CSharpChef.Testing;

/// <summary>A symbolic link of a fake node, at the time of the call.</summary>
/// <param name="Path">The path.</param>
/// <param name="Exists">Whether a symbolic link is there.</param>
/// <param name="To">The target, as text; empty when there is no link.</param>
public sealed record FakeLink(string Path, bool Exists, string To)
{
    /// <summary>
    /// The failure of the last run on the node, for the messages of assertions; null when it succeeded.
    /// </summary>
    internal string? RunFailure { get; init; }
}

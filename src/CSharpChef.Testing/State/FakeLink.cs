namespace CSharpChef.Testing;

/// <summary>A symbolic link of a fake node, as it was when it was asked for.</summary>
/// <param name="Path">The path asked for.</param>
/// <param name="Exists">Whether a symbolic link is there.</param>
/// <param name="To">What it points to, as text; empty when there is no link.</param>
public sealed record FakeLink(string Path, bool Exists, string To);

namespace CSharpChef.Testing;

/// <summary>A package of a fake node, at the time of the call.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">The installed version; null when it is not installed.</param>
public sealed record FakePackage(string Name, string? Version)
{
    /// <summary>Whether the package is installed.</summary>
    public bool Installed => Version is not null;

    /// <summary>
    /// The failure of the last run on the node, for the messages of assertions; null when it succeeded.
    /// </summary>
    internal string? RunFailure { get; init; }
}

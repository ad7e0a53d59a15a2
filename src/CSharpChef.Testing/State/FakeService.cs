namespace CSharpChef.Testing;

/// <summary>A service of a fake node, as it was when it was asked for.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Exists">Whether the init system knows it.</param>
public sealed record FakeService(string Name, bool Exists)
{
    /// <summary>Whether it runs.</summary>
    public bool Running { get; init; }

    /// <summary>Whether it starts at boot.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether nothing can start it.</summary>
    public bool Masked { get; init; }

    /// <summary>How often a run restarted it.</summary>
    public int Restarts { get; init; }

    /// <summary>How often a run made it read its configuration again.</summary>
    public int Reloads { get; init; }
}

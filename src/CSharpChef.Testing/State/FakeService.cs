namespace CSharpChef.Testing;

/// <summary>A service of a fake node, at the time of the call.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Exists">Whether the init system has the service.</param>
public sealed record FakeService(string Name, bool Exists)
{
    /// <summary>Whether the service runs.</summary>
    public bool Running { get; init; }

    /// <summary>Whether the service starts at boot.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether the service is masked: nothing can start it.</summary>
    public bool Masked { get; init; }

    /// <summary>The number of times that runs restarted the service.</summary>
    public int Restarts { get; init; }

    /// <summary>The number of times that runs reloaded the configuration of the service.</summary>
    public int Reloads { get; init; }

    /// <summary>
    /// The failure of the last run on the node, for the messages of assertions; null when it succeeded.
    /// </summary>
    internal string? RunFailure { get; init; }
}

namespace CSharpChef.Testing;

/// <summary>The state of a service in the init system.</summary>
internal sealed class ServiceUnit
{
    /// <summary>The package that contains the service; removing the package removes the service.</summary>
    public string? Package { get; init; }

    /// <summary>True when the service exists without a file in the fake file system.</summary>
    public bool Installed { get; set; }

    public bool Running { get; set; }

    public bool Enabled { get; set; }

    public bool Masked { get; set; }

    public int Restarts { get; set; }

    public int Reloads { get; set; }
}

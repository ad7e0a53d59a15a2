namespace CSharpChef.Testing;

/// <summary>What the init system knows of a service.</summary>
internal sealed class ServiceUnit
{
    /// <summary>The package that brought it; it goes with it.</summary>
    public string? Package { get; init; }

    /// <summary>It exists without a file of the fake file system.</summary>
    public bool Installed { get; set; }

    public bool Running { get; set; }

    public bool Enabled { get; set; }

    public bool Masked { get; set; }

    public int Restarts { get; set; }

    public int Reloads { get; set; }
}

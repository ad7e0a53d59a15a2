using System.Net;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// Settings of the machines of this host. A folder, a bridge and a subnet belong together: two servers share all of
/// them or none.
/// </summary>
internal sealed record LocalOptions
{
    public const string DefaultFolder = "/var/lib/csharpchef/machines";

    /// <summary>The folder of base images and machines, which only root may read.</summary>
    public string Folder { get; init; } = DefaultFolder;

    /// <summary>
    /// The network bridge, created for the first machine and removed with the last. Names of links, namespaces and
    /// control groups begin with its name.
    /// </summary>
    public string Bridge { get; init; } = "chef0";

    /// <summary>The subnet of the machines; its first address belongs to this host.</summary>
    public IPNetwork Subnet { get; init; } = IPNetwork.Parse("10.88.0.0/16");

    /// <summary>True when machines reach the networks that this host reaches, with its address.</summary>
    public bool Nat { get; init; }

    /// <summary>The time that a machine may take to power off before it is killed.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromMinutes(1);

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

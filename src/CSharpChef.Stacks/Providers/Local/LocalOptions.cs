using System.Net;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// Settings of the machines of this host. A folder, a bridge and a subnet belong together: two servers share all of
/// them or none.
/// </summary>
internal sealed record LocalOptions
{
    /// <summary>The folder of base images and machines, which only root may read.</summary>
    public string Folder { get; init; } = "/var/lib/csharpchef/machines";

    /// <summary>
    /// The network bridge, created for the first machine and removed with the last. Names of links, namespaces and
    /// control groups begin with its name.
    /// </summary>
    public string Bridge { get; init; } = "chef0";

    /// <summary>The subnet of the machines; its first address belongs to this host.</summary>
    public IPNetwork Subnet { get; init; } = IPNetwork.Parse("10.88.0.0/16");

    /// <summary>Debian suite, such as bookworm.</summary>
    public string Suite { get; init; } = "bookworm";

    public string Mirror { get; init; } = "http://deb.debian.org/debian";

    /// <summary>The folder of an existing root file system, used instead of one built here.</summary>
    public string? BaseImage { get; init; }

    /// <summary>Called with the progress of long steps.</summary>
    public Action<string>? Progress { get; init; }

    public TimeSpan BootLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The time limit for a machine to power off before it is killed.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromMinutes(1);

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

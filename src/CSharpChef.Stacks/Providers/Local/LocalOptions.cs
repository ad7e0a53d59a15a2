using System.Net;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// Where machines of this host live. A folder, a bridge and a subnet belong together: two servers share all of them or
/// none.
/// </summary>
internal sealed record LocalOptions
{
    /// <summary>Of base images and machines. Only root may look into it.</summary>
    public string Folder { get; init; } = "/var/lib/csharpchef/machines";

    /// <summary>
    /// Made when the first machine starts, gone with the last. Names of links, name spaces and control groups begin
    /// with it.
    /// </summary>
    public string Bridge { get; init; } = "chef0";

    /// <summary>Its first address is this host's.</summary>
    public IPNetwork Subnet { get; init; } = IPNetwork.Parse("10.88.0.0/16");

    /// <summary>Of Debian.</summary>
    public string Suite { get; init; } = "bookworm";

    public string Mirror { get; init; } = "http://deb.debian.org/debian";

    /// <summary>A root file system to take instead of one that we build.</summary>
    public string? BaseImage { get; init; }

    /// <summary>Told what takes long.</summary>
    public Action<string>? Progress { get; init; }

    public TimeSpan BootLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a machine may take to power off before it is killed.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromMinutes(1);

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

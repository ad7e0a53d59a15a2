using System.Net;

namespace CSharpChef.Stacks.Cluster;

/// <summary>The settings with which the servers of a cluster find each other.</summary>
internal sealed record ClusterOptions
{
    /// <summary><c>redis://host:port</c>; null for a single server.</summary>
    public string? RedisUrl { get; init; }

    /// <summary>The address at which the other servers reach this server; null for a free port on loopback.</summary>
    public IPEndPoint? Listen { get; init; }
}

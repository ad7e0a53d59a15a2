using System.Net;

namespace CSharpChef.Stacks.Cluster;

/// <summary>Options with which the servers of a cluster find each other.</summary>
internal sealed record ClusterOptions
{
    /// <summary><c>redis://host:port</c>; null for a single server.</summary>
    public string? RedisUrl { get; init; }

    /// <summary>Where the other servers reach this one; null for a free port of loopback.</summary>
    public IPEndPoint? Listen { get; init; }
}

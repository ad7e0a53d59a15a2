using System.Net;

namespace CSharpChef.Stacks.Cluster;

/// <summary>How the processes of one server find each other.</summary>
internal sealed record ClusterOptions
{
    /// <summary><c>redis://host:port</c>; null for a process on its own.</summary>
    public string? RedisUrl { get; init; }

    /// <summary>Where the others reach this process; any free port of loopback if not given.</summary>
    public IPEndPoint? Listen { get; init; }
}

using System.Net;
using CSharpChef.Stacks.Store;
using StackExchange.Redis;

namespace CSharpChef.Stacks.Cluster;

/// <summary>Reads the URL of a Redis server into the options of its library.</summary>
internal static class RedisUrl
{
    private const int Port = 6379;

    /// <summary>Connects as a trial: from Orleans, the failure would come without its kind.</summary>
    /// <param name="url">The URL; null when there is no cluster.</param>
    public static async Task TryAsync(string? url)
    {
        if (url is not null)
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(Parse(url));
        }
    }

    /// <param name="url"><c>redis://user:password@host:port</c>, or <c>rediss://</c> for TLS.</param>
    public static ConfigurationOptions Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("redis" or "rediss")
            || uri.Host.Length == 0
            || ServiceUrl.SplitsPassword(uri))
        {
            throw new StoreException(
                $"The cluster is not a URL such as redis://user:password@host:6379. {ServiceUrl.Help}");
        }

        if (ServiceUrl.HasPortZero(uri))
        {
            throw new StoreException(
                $"The URL of the cluster has the port 0: write the port of Redis, such as {Port}, or leave it out.");
        }

        var user = uri.UserInfo.Split(':', 2);
        return new()
        {
            EndPoints = { new DnsEndPoint(uri.Host, uri.Port > 0 ? uri.Port : Port) },
            User = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Ssl = uri.Scheme == "rediss",
            AbortOnConnectFail = true,
        };
    }
}

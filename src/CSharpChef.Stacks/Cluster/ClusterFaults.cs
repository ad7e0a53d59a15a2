using System.Net.Sockets;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;
using StackExchange.Redis;

namespace CSharpChef.Stacks.Cluster;

/// <summary>Says in one sentence what an operator must mend when a server cannot join its cluster.</summary>
internal static class ClusterFaults
{
    public static ChefException? Explain(Exception e, ClusterOptions options) => e switch
    {
        ChefException or OperationCanceledException => null,
        _ when Find<SocketException>(e) is
        {
            SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AddressNotAvailable
        } socket => new StoreException(
            $"Cannot listen for the cluster on {options.Listen}: {Reason.Of(socket)} Name a free address of this machine with --cluster-listen.",
            e),
        _ when options.RedisUrl is null => null,
        _ when Find<RedisConnectionException>(e) is { } redis => OfRedis(redis, Server(options), e),
        _ when Find<RedisServerException>(e) is { } answer => new StoreException(
            $"Redis at {Server(options)} refuses: {Reason.Of(Excerpt.Of(answer.Message))} Correct --cluster or CSHARPCHEF_CLUSTER.", e),
        _ => new StoreException($"Cannot join the cluster: {Reason.Of(Excerpt.Of(e.GetBaseException().Message))} Correct --cluster and --cluster-listen.", e),
    };

    private static ChefException OfRedis(RedisConnectionException redis, string server, Exception e) =>
        redis.FailureType == ConnectionFailureType.AuthenticationFailure
        || redis.Message.Contains("authentication", StringComparison.OrdinalIgnoreCase)
            ? new StoreException(
                $"Redis at {server} refuses the login. Correct user and password in CSHARPCHEF_CLUSTER.", e)
            : new StoreUnreachableException(
                $"Redis at {server} cannot be reached. Start it, or correct --cluster or CSHARPCHEF_CLUSTER.", e);

    private static string Server(ClusterOptions options) =>
        RedisUrl.Parse(options.RedisUrl!).EndPoints[0] is System.Net.DnsEndPoint server
            ? $"{server.Host}:{server.Port}"
            : "";

    private static T? Find<T>(Exception? e)
        where T : Exception => e switch
        {
            null => null,
            T found => found,
            AggregateException all => all.InnerExceptions.Select(Find<T>).FirstOrDefault(found => found is not null),
            _ => Find<T>(e.InnerException),
        };
}

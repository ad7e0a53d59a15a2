using System.Net;
using CSharpChef.Converge.Errors;
using NuGet.Protocol.Core.Types;

namespace CSharpChef.Dependencies.Packages;

/// <summary>A question to a feed, with a time limit. NuGet itself repeats what fails.</summary>
internal static class FeedCall
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    /// <exception cref="ConnectionException">The feed does not answer, or answers with an error.</exception>
    public static async Task<T> RunAsync<T>(
        SourceRepository feed, string id, Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeLimit);
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && IsFailure(e))
        {
            throw IsRefusal(e)
                ? new RecipeException($"the feed {feed.PackageSource.Source} refuses us: give nuget.config the credentials for it", e)
                : new ConnectionException(ConnectionFailure.Unreachable, Message(feed, id, e), e);
        }
    }

    private static bool IsFailure(Exception e) =>
        e is FatalProtocolException or RetriableProtocolException or OperationCanceledException or HttpRequestException;

    private static bool IsRefusal(Exception e) => e.GetBaseException() is HttpRequestException
    {
        StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden,
    };

    private static string Message(SourceRepository feed, string id, Exception e) =>
        $"the feed {feed.PackageSource.Source} gave no answer about {id}: "
        + (e is OperationCanceledException ? $"none within {TimeLimit.TotalSeconds:F0} s" : e.GetBaseException().Message.TrimEnd('.'));
}

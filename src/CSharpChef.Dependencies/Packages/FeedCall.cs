using System.Net;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;

namespace CSharpChef.Dependencies.Packages;

/// <summary>A question to a feed, with a time limit. NuGet itself repeats what fails.</summary>
internal static class FeedCall
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    /// <summary>The URL or folder of a feed, without a password that may be in it.</summary>
    public static string Shown(SourceRepository feed) => GitUrl.Shown(feed.PackageSource.Source);

    /// <exception cref="ConnectionException">The feed does not answer, or answers with an error.</exception>
    /// <exception cref="RecipeException">
    /// The feed refuses us, is a folder that does not exist, or has a package that is damaged.
    /// </exception>
    public static async Task<T> RunAsync<T>(
        SourceRepository feed, string id, Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        if (feed.PackageSource.IsLocal && !Directory.Exists(feed.PackageSource.Source))
        {
            throw new RecipeException(
                $"nuget.config names the feed {Shown(feed)}, and there is no such folder: make it, or remove the feed");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeLimit);
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception e) when (DamageIn(e) is not null)
        {
            throw new RecipeException(
                $"the package {id} of the feed {Shown(feed)} is damaged: {DamageIn(e)!.Message.TrimEnd('.')}", e);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && IsFailure(e))
        {
            throw IsRefusal(e)
                ? new RecipeException($"the feed {Shown(feed)} refuses us: give nuget.config the credentials for it", e)
                : new ConnectionException(ConnectionFailure.Unreachable, Message(feed, id, e), e);
        }
    }

    private static Exception? DamageIn(Exception? e) =>
        e is null or InvalidDataException or PackagingException ? e : DamageIn(e.InnerException);

    private static bool IsFailure(Exception e) =>
        e is FatalProtocolException or RetriableProtocolException or OperationCanceledException or HttpRequestException;

    private static bool IsRefusal(Exception e) => e.GetBaseException() is HttpRequestException
    {
        StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden,
    };

    private static string Message(SourceRepository feed, string id, Exception e) =>
        $"the feed {Shown(feed)} gave no answer about {id}: "
        + (e is OperationCanceledException ? $"none within {TimeLimit.TotalSeconds:F0} s" : e.GetBaseException().Message.TrimEnd('.'));
}

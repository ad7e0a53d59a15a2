using System.Globalization;
using System.Net;
using CSharpChef.Converge.Errors;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;

namespace CSharpChef.Dependencies.Packages;

/// <summary>A question to a feed, with a time limit, which is asked once more when no answer comes.</summary>
internal static class FeedCall
{
    // NuGet itself repeats what a feed answers with an error, by default five times with a second between.
    static FeedCall()
    {
        SetDefault("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "2");
        SetDefault("NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS", "200");
    }

    /// <summary>The URL or folder of a feed, without a password that may be in it.</summary>
    public static string Shown(SourceRepository feed) => FeedSource.Shown(feed.PackageSource);

    /// <exception cref="ConnectionException">The feed does not answer, or answers with an error.</exception>
    /// <exception cref="RecipeException">
    /// The feed refuses us, cannot be used as it is configured, or has a package that is damaged.
    /// </exception>
    public static async Task<T> RunAsync<T>(
        SourceRepository feed, string id, Func<CancellationToken, Task<T>> ask, TimeSpan limit, CancellationToken ct)
    {
        FeedSource.RequireUsable(feed.PackageSource);
        try
        {
            return await AskAsync(ask, limit, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Once more, below.
        }
        catch (Exception e) when (IsFailure(e))
        {
            throw Error(feed, id, e, limit);
        }

        try
        {
            return await AskAsync(ask, limit, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && (IsFailure(e) || e is OperationCanceledException))
        {
            throw Error(feed, id, e, limit);
        }
    }

    private static void SetDefault(string variable, string value)
    {
        if (Environment.GetEnvironmentVariable(variable) is null)
        {
            Environment.SetEnvironmentVariable(variable, value);
        }
    }

    // NuGet does not end every wait with the token.
    private static async Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask, TimeSpan limit, CancellationToken ct)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timed.CancelAfter(limit);
        return await ask(timed.Token).WaitAsync(timed.Token);
    }

    // What is wrong with other answers of a feed over HTTP is one of these exceptions too.
    private static Exception Error(SourceRepository feed, string id, Exception e, TimeSpan limit) =>
        DamageIn(e) is { } damage && !(feed.PackageSource.IsHttp && e is FatalProtocolException)
            ? new RecipeException($"the package {id} of the feed {Shown(feed)} is damaged: {damage.Message.TrimEnd('.')}", e)
            : FileFault.In(e) is { } fault
            ? fault
            : IsRefusal(e)
            ? new RecipeException($"the feed {Shown(feed)} refuses us: give nuget.config the credentials for it", e)
            : new ConnectionException(ConnectionFailure.Unreachable, Message(feed, id, e, limit), e);

    private static Exception? DamageIn(Exception? e) =>
        e is null or InvalidDataException or PackagingException ? e : DamageIn(e.InnerException);

    private static bool IsFailure(Exception e) =>
        e is FatalProtocolException or RetriableProtocolException or HttpRequestException
        || DamageIn(e) is not null
        || IsNotJson(e);

    // Such as the page of a proxy that wants a login.
    private static bool IsNotJson(Exception e) =>
        e.GetBaseException() is System.Text.Json.JsonException or Newtonsoft.Json.JsonException;

    private static bool IsRefusal(Exception e) => e.GetBaseException() is HttpRequestException
    {
        StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden,
    };

    private static string Message(SourceRepository feed, string id, Exception e, TimeSpan limit) =>
        $"the feed {Shown(feed)} gave no answer about {id}: "
        + (e is OperationCanceledException
            ? string.Create(CultureInfo.InvariantCulture, $"none within {limit.TotalSeconds:0.#} s, twice")
            : e.GetBaseException().Message.TrimEnd('.'));
}

using System.Net;
using CSharpChef.Converge.Errors;
using NuGet.Configuration;
using NuGet.Protocol.Core.Types;

namespace CSharpChef.Dependencies.Packages;

/// <summary>Says why a server did not take a package, and what to do.</summary>
internal static class PushFailure
{
    private const int FirstServerError = 500;

    /// <summary>Whether an exception of NuGet means that the server did not take the package.</summary>
    public static bool Is(Exception e) => e is FatalProtocolException or RetriableProtocolException
        or HttpRequestException or InvalidOperationException or IOException or TimeoutException
        or OperationCanceledException;

    /// <param name="source">The feed.</param>
    /// <param name="package">The name of the file.</param>
    /// <param name="e">What NuGet threw.</param>
    /// <returns>
    /// A <see cref="RecipeException"/> when the feed refuses the package, which another attempt does not change.
    /// </returns>
    public static ChefException Explain(PackageSource source, string package, Exception e) => Status(e) switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new RecipeException(
            $"the feed {FeedSource.Shown(source)} refuses the login: give it a key that may push packages in nuget.config or {FeedKey.Variable}, or credentials in nuget.config",
            e),
        HttpStatusCode.Conflict => new RecipeException(
            $"the feed {FeedSource.Shown(source)} has {package} already: raise the version in cookbook.json", e),
        { } status when IsRefusal(status) => new RecipeException($"{DidNotTake(source, package)}: {Cause(e)}", e),
        _ => new ConnectionException(
            ConnectionFailure.Unreachable, $"{DidNotTake(source, package)}: {Cause(e)}. Try again later", e),
    };

    private static bool IsRefusal(HttpStatusCode status) => (int)status < FirstServerError
        && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    private static HttpStatusCode? Status(Exception e) => (e.GetBaseException() as HttpRequestException)?.StatusCode;

    private static string DidNotTake(PackageSource source, string package) =>
        $"the feed {FeedSource.Shown(source)} did not take {package}";

    private static string Cause(Exception e) => e is OperationCanceledException
        ? "it did not end in time"
        : e.GetBaseException().Message.TrimEnd('.');
}

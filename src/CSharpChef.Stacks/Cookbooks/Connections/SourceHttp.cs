using System.Net.Http.Headers;
using System.Text;

namespace CSharpChef.Stacks.Cookbooks.Connections;

/// <summary>
/// HTTP to the hosts of sources: without proxy, cookies and settings of the server's account. A redirect is followed
/// when its host is allowed too; the login is sent only to the scheme, host and port that it was given for.
/// </summary>
internal sealed class SourceHttp : IDisposable
{
    private const int MostRedirects = 5;
    private readonly HttpClient client;

    public SourceHttp(SourceDialer dialer, SourceLimits limits) => client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = async (context, ct) =>
            await dialer.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct),
    })
    {
        Timeout = limits.Idle,
        DefaultRequestHeaders = { UserAgent = { new("git", "2.0"), new("CSharpChef", "1") } },
    };

    /// <summary>The header of a login with a password; null without one.</summary>
    public static AuthenticationHeaderValue? Basic(string? user, string? password) =>
        user is null && password is null ? null : new(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user ?? "x-access-token"}:{password}")));

    /// <summary>Gets a URL, and follows redirects.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="login">Signs a request to the scheme, host and port of the URL.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The answer of any status but a redirect; its request has the last URL.</returns>
    /// <exception cref="CookbookSourceException">The host is refused or cannot be reached.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri url, Action<HttpRequestMessage> login, CancellationToken ct)
    {
        var at = url;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (IsSameServer(at, url))
            {
                login(request);
            }

            var response = await SendAsync(request, ct);
            if (Target(response, at) is not { } next)
            {
                return response;
            }

            response.Dispose();
            at = next;
        }

        throw new CookbookSourceException($"{Shown(url)} redirects more than {MostRedirects} times");
    }

    /// <summary>Sends one request.</summary>
    /// <exception cref="CookbookSourceException">The host is refused or cannot be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }
        catch (HttpRequestException e)
        {
            throw Inner(e) ?? new CookbookSourceException(
                $"{Shown(request.RequestUri!)} cannot be fetched: {(e.InnerException ?? e).Message}", e)
            {
                CanSucceedLater = true,
            };
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new CookbookSourceException(
                $"{Shown(request.RequestUri!)} did not answer within {client.Timeout.TotalSeconds:0} s", e)
            {
                CanSucceedLater = true,
            };
        }
    }

    public static bool IsSameServer(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.IdnHost == other.IdnHost && one.Port == other.Port;

    /// <summary>The URL without user part and query.</summary>
    public static string Shown(Uri url) => url.GetComponents(
        UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    public void Dispose() => client.Dispose();

    private static CookbookSourceException? Inner(Exception e) =>
        e as CookbookSourceException ?? (e.InnerException is { } inner ? Inner(inner) : null);

    private static Uri? Target(HttpResponseMessage response, Uri from)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
            || response.Headers.Location is not { } location)
        {
            return null;
        }

        var target = new Uri(from, location);
        return target.Scheme == Uri.UriSchemeHttps
            || (target.Scheme == Uri.UriSchemeHttp && from.Scheme == target.Scheme)
            ? target
            : throw new CookbookSourceException(
                $"{Shown(from)} redirects to {Shown(target)}: from https only https is followed, from http also http");
    }
}

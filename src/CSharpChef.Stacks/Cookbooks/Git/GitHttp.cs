using System.Net;
using System.Net.Http.Headers;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks.Git;

/// <summary>
/// The requests of Git over HTTP to one repository: the references, and then the objects from the server that gave the
/// references.
/// </summary>
internal sealed class GitHttp(
    SourceHttp http, SourceUrl url, AuthenticationHeaderValue? login, SourceLimits limits, CancellationToken ct)
{
    private const string References = "/info/refs";
    private const string Service = "git-upload-pack";
    private readonly string query = url.Query is { } text ? $"&{text}" : "";
    private Uri? answered;

    private Uri Start => new($"{(url with { User = null, Query = null }).ToString().TrimEnd('/')}{References}?service={Service}{query}");

    /// <summary>Sends a request with a body, or the first one without; returns the answer.</summary>
    public Stream Send(MemoryStream? body)
    {
        var response = (body is null ? GetAsync() : PostAsync(body)).GetAwaiter().GetResult();
        return new LimitedStream(
            response.Content.ReadAsStream(ct), SourceHttp.Shown(response.RequestMessage!.RequestUri!), limits, ct);
    }

    private async Task<HttpResponseMessage> GetAsync()
    {
        var response = await http.GetAsync(Start, request => request.Headers.Authorization = login, ct);
        answered = response.RequestMessage!.RequestUri!;
        return Require(response, "advertisement");
    }

    private async Task<HttpResponseMessage> PostAsync(MemoryStream body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Target()) { Content = new StreamContent(body) };
        request.Content.Headers.ContentType = new($"application/x-{Service}-request");
        request.Headers.Accept.Add(new($"application/x-{Service}-result"));
        request.Headers.Authorization = SourceHttp.IsSameServer(request.RequestUri!, Start) ? login : null;
        return Require(await http.SendAsync(request, ct), "result");
    }

    private Uri Target()
    {
        var text = answered!.GetLeftPart(UriPartial.Path);
        return text.EndsWith(References, StringComparison.Ordinal)
            ? new($"{text[..^References.Length]}/{Service}{query.Replace('&', '?')}")
            : throw new CookbookSourceException($"{SourceHttp.Shown(Start)} redirects to {text}, which is not a Git repository");
    }

    private HttpResponseMessage Require(HttpResponseMessage response, string kind)
    {
        var shown = SourceText.Url(url);
        if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == $"application/x-{Service}-{kind}")
        {
            return response;
        }

        using (response)
        {
            throw response.StatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new CookbookSourceException(
                    $"{shown} {(login is null ? "asks for a login, and the source has none" : "refused the login of the source")} (status {(int)response.StatusCode}): set its user name and password, or a token as its password"),
                HttpStatusCode.NotFound => new CookbookSourceException(
                    $"{shown} does not exist (status 404){(login is null ? ", or asks for a login" : "")}: check the URL{(login is null ? ", and set user name and password" : "")}"),
                >= HttpStatusCode.InternalServerError => new CookbookSourceException(
                    $"{shown} cannot be fetched: the server answered with status {(int)response.StatusCode}")
                {
                    CanSucceedLater = true,
                },
                _ => new CookbookSourceException(
                    $"{shown} is not a Git repository over HTTP (status {(int)response.StatusCode}, {response.Content.Headers.ContentType?.MediaType ?? "no content type"})"),
            };
        }
    }
}

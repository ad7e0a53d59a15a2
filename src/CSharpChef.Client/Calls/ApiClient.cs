using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Calls;

/// <summary>
/// Calls operations of a server, and retries when it is busy or unavailable for a moment: a change that is sent twice
/// is made once.
/// </summary>
internal sealed class ApiClient(ServerAccess access, TimeProvider time) : IDisposable
{
    private const string ContentType = "application/x-amz-json-1.1";
    private const string Throttling = "ThrottlingException";
    private const int Tries = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient http = ServerConnection.Open(access.CaFile);

    public Uri Url => access.Url;

    /// <param name="operation">Its name, such as <c>DescribeStacks</c>, or its target, which begins with the
    /// prefix.</param>
    public async Task<JsonObject> CallAsync(string operation, JsonObject? request, CancellationToken ct) =>
        (JsonObject)JsonNode.Parse(await SendAsync(operation, request?.ToJsonString() ?? "{}", ct))!;

    /// <summary>The answer as the server sent it.</summary>
    public async Task<string> SendAsync(string operation, string request, CancellationToken ct)
    {
        var call = new ApiCall(
            operation.Contains('.', StringComparison.Ordinal) ? operation : ApiTargets.Of(operation),
            Encoding.UTF8.GetBytes(request));
        for (var pause = FirstPause; ; pause *= 2)
        {
            try
            {
                return await TryAsync(call, ct);
            }
            catch (Exception e) when (++call.Tried < Tries && MayRepeat(e))
            {
                await Task.Delay(pause, time, ct);
            }
        }
    }

    public void Dispose() => http.Dispose();

    private static bool MayRepeat(Exception e) => e
        is ApiException { Code: Throttling }
        or ApiException { Status: >= HttpStatusCode.InternalServerError }
        or ConnectionException { Failure: ConnectionFailure.Dropped };

    private async Task<string> TryAsync(ApiCall call, CancellationToken ct)
    {
        using var request = Request(call);
        try
        {
            using var response = await http.SendAsync(request, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            return response.IsSuccessStatusCode ? body : throw Refused(response, body);
        }
        catch (HttpRequestException e)
        {
            throw Unreachable(e);
        }
        catch (TaskCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new ConnectionException(
                ConnectionFailure.TimedOut, $"{access.Url} did not answer in time: is the server overloaded, or does a firewall drop the packets?", e);
        }
    }

    private HttpRequestMessage Request(ApiCall call)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, access.Url) { Content = new ByteArrayContent(call.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        request.Headers.Add("X-Amz-Target", call.Target);
        request.Headers.Add("amz-sdk-invocation-id", call.Invocation);
        if (access.Token is { } token)
        {
            request.Headers.Authorization = new("Bearer", token);
        }
        else if (access.Key is { } key)
        {
            RequestSigner.Sign(request, call.Body, key, time.GetUtcNow());
        }

        return request;
    }

    private ChefException Refused(HttpResponseMessage response, string body)
    {
        try
        {
            var error = JsonNode.Parse(body)!;
            return new ApiException(
                error["__type"]!.GetValue<string>(),
                error["message"]?.GetValue<string>() ?? "")
            {
                Status = response.StatusCode,
            };
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException)
        {
            return new ConnectionException(
                ConnectionFailure.Unreachable,
                $"{access.Url} answered with HTTP {(int)response.StatusCode}, unlike a csharpchef server: is the address right?",
                e);
        }
    }

    private ConnectionException Unreachable(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError =>
            new(ConnectionFailure.UnknownHost, $"the host of {access.Url} does not resolve: is it spelled right?", e),
        HttpRequestError.SecureConnectionError => new(
            ConnectionFailure.Unreachable,
            $"{access.Url} is not trusted: {Reason.Of(e.InnerException ?? e)} "
            + "For a private certificate authority, name the file of its certificate with --ca or CSHARPCHEF_CA.",
            e),
        HttpRequestError.ConnectionError => new(
            ConnectionFailure.Unreachable,
            $"{access.Url} cannot be reached: {Reason.Of(e)} Is the server running?",
            e),
        _ => new(
            ConnectionFailure.Dropped,
            $"the connection to {access.Url} was closed: {Reason.Of(e)} Should the address begin with https?",
            e),
    };
}

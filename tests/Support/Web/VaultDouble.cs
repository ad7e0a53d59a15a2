using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CSharpChef.TestSupport.Web;

/// <summary>
/// A server on the loopback that answers like a Vault with the KV engine <c>secret/</c>, over TLS with the certificate
/// of an authority of its own.
/// </summary>
internal sealed class VaultDouble : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentQueue<(int Status, string Body)> first = new();
    private WebApplication? server;

    /// <summary>The token that it expects.</summary>
    public string Token { get; init; } = "token-of-the-test";

    /// <summary>The version of the engine.</summary>
    public string Version { get; init; } = "2";

    /// <summary>The data of each secret, as JSON, by its path below the engine.</summary>
    public Dictionary<string, string> Secrets { get; } = [];

    public TestAuthority Authority { get; } = new();

    public string Url { get; private set; } = "";

    /// <summary>The paths that were asked for, with the namespace in front where one was given.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>Answers that come before the usual ones.</summary>
    public VaultDouble AnswersFirst(int status, string body = "{}", int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            first.Enqueue((status, body));
        }

        return this;
    }

    public async Task<VaultDouble> StartAsync(bool tls = true)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(
            options => options.Listen(IPAddress.Loopback, 0, listen => Secure(listen, tls)));
        server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync(TestContext.Current.CancellationToken);
        Url = server.Urls.First();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Authority.Dispose();
    }

    private void Secure(ListenOptions listen, bool tls)
    {
        if (tls)
        {
            listen.UseHttps(X509Certificate2.CreateFromPemFile(Authority.File, Authority.KeyFile));
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/v1/".Length..];
        requests.Enqueue($"{context.Request.Headers["X-Vault-Namespace"]} {path}".Trim());
        var (status, body) = first.TryDequeue(out var next) ? next
            : context.Request.Headers["X-Vault-Token"] != Token ? (403, """{ "errors": ["permission denied"] }""")
            : Answer(path);
        context.Response.StatusCode = status;
        if (status is >= 300 and < 400)
        {
            context.Response.Headers.Location = body;
        }

        await context.Response.WriteAsync(body);
    }

    private (int Status, string Body) Answer(string path) =>
        path.StartsWith("sys/internal/ui/mounts/secret", StringComparison.Ordinal)
            ? (200, $$"""{ "data": { "path": "secret/", "type": "kv", "options": { "version": "{{Version}}" } } }""")
        : path.StartsWith("sys/", StringComparison.Ordinal)
            ? (403, """{ "errors": ["preflight capability check returned 403"] }""")
        : Secrets.TryGetValue(path["secret/data/".Length..], out var data)
            ? (data.StartsWith('!') ? 404 : 200, data.TrimStart('!'))
        : (404, """{ "errors": [] }""");
}

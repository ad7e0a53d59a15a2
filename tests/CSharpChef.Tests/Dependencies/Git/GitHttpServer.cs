using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CSharpChef.TestSupport.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Tests.Dependencies.Git;

/// <summary>Serves Git repositories over HTTP on the loopback, by git's own http-backend.</summary>
internal sealed class GitHttpServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> bodies = [];
    private readonly WebApplication app;
    private readonly string folder;

    /// <param name="folder">The folder whose subfolders are the repositories.</param>
    /// <param name="authority">Signs the certificate of the server; null for plain HTTP.</param>
    private GitHttpServer(string folder, TestAuthority? authority)
    {
        this.folder = folder;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls($"{(authority is null ? "http" : "https")}://127.0.0.1:0");
        if (authority is not null)
        {
            var certificate = X509Certificate2.CreateFromPemFile(authority.File, authority.KeyFile);
            builder.WebHost.ConfigureKestrel(options =>
                options.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        }

        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>The password that is asked for, with any name of a user; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>Is answered to every request in place of what git answers; null for that.</summary>
    public int? Status { get; init; }

    public string Url => app.Urls.Single();

    /// <summary>What clients have sent.</summary>
    public IReadOnlyCollection<string> Bodies => bodies;

    public static async Task<GitHttpServer> StartAsync(
        string folder, TestAuthority? authority = null, string? token = null, int? status = null)
    {
        var server = new GitHttpServer(folder, authority) { Token = token, Status = status };
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext call)
    {
        if (Status is { } status)
        {
            call.Response.StatusCode = status;
        }
        else if (Token is not null && !IsKnown(call.Request.Headers.Authorization.ToString()))
        {
            call.Response.StatusCode = StatusCodes.Status401Unauthorized;
            call.Response.Headers.WWWAuthenticate = "Basic realm=\"git\"";
        }
        else
        {
            await RunAsync(call);
        }
    }

    private bool IsKnown(string header) => header.StartsWith("Basic ", StringComparison.Ordinal)
        && Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).EndsWith($":{Token}", StringComparison.Ordinal);

    private async Task RunAsync(HttpContext call)
    {
        using var git = Process.Start(Command(call.Request))!;
        using var body = new MemoryStream();
        await call.Request.Body.CopyToAsync(body);
        bodies.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        await git.StandardInput.BaseStream.WriteAsync(body.ToArray());
        git.StandardInput.Close();
        using var output = new MemoryStream();
        await git.StandardOutput.BaseStream.CopyToAsync(output);
        await git.WaitForExitAsync();
        await WriteAsync(call.Response, output.ToArray());
    }

    private ProcessStartInfo Command(HttpRequest request) => new("git", ["http-backend"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        Environment =
        {
            ["GIT_PROJECT_ROOT"] = folder,
            ["GIT_HTTP_EXPORT_ALL"] = "1",
            ["PATH_INFO"] = request.Path,
            ["QUERY_STRING"] = request.QueryString.Value?.TrimStart('?') ?? "",
            ["REQUEST_METHOD"] = request.Method,
            ["CONTENT_TYPE"] = request.ContentType ?? "",
            ["HTTP_CONTENT_ENCODING"] = request.Headers.ContentEncoding.ToString(),
        },
    };

    // The answer of a CGI program: lines of headers, an empty line, and the body.
    private static async Task WriteAsync(HttpResponse response, byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in Encoding.ASCII.GetString(answer, 0, end).Split("\r\n"))
        {
            var (name, value) = (line.Split(": ")[0], line.Split(": ")[1]);
            if (name == "Status")
            {
                response.StatusCode = int.Parse(value[..3], CultureInfo.InvariantCulture);
            }
            else
            {
                response.Headers[name] = value;
            }
        }

        await response.Body.WriteAsync(answer.AsMemory(end + 4));
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Tests.Stacks.Cookbooks;

/// <summary>Answers each request on loopback with one content, one status or one redirect.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int calls;

    private FileServer(byte[] content, int status, string? location)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async call =>
        {
            Interlocked.Increment(ref calls);
            Headers = call.Request.Headers.ToDictionary(each => each.Key.ToLowerInvariant(), each => $"{each.Value}");
            call.Response.StatusCode = location is null ? status : StatusCodes.Status302Found;
            if (location is not null)
            {
                call.Response.Headers.Location = location;
            }

            await call.Response.Body.WriteAsync(content);
        });
    }

    public string Url => app.Urls.Single();

    public int Calls => calls;

    /// <summary>The headers of the last request, with names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    public string Authorization => Headers.GetValueOrDefault("authorization", "");

    public static async Task<FileServer> StartAsync(byte[] content, int status = 200, string? location = null)
    {
        var server = new FileServer(content, status, location);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

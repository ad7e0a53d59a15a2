using CSharpChef.Stacks;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Runs;
using CSharpChef.Stacks.Store;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Serves the logs of commands to those who have a link of <see cref="LogLink"/>; no login is needed.
/// </summary>
internal sealed class LogPages(ControlPlane plane, TimeProvider time)
{
    private const int Slice = 64 << 10;

    public static bool Has(HttpRequest request) => request is { Method: "GET" or "HEAD", Path.Value: { } path }
        && path.StartsWith(LogLink.Folder, StringComparison.Ordinal);

    public async Task AnswerAsync(HttpContext http)
    {
        var command = http.Request.Path.Value![LogLink.Folder.Length..];
        if (!LogLink.IsValid(
            plane.Store.Secrets, command, http.Request.Query[LogLink.Expires], http.Request.Query[LogLink.Signature],
            time.GetUtcNow()))
        {
            await WriteAsync(http, StatusCodes.Status403Forbidden, "This link is not valid, or has expired: DescribeCommands gives a new one.\n");
            return;
        }

        try
        {
            await WriteLogAsync(http, command);
        }
        catch (StoreFailureException) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "The store is unavailable: try again.\n");
        }
    }

    private async Task WriteLogAsync(HttpContext http, string command)
    {
        var part = await ReadAsync(command, 0, http.RequestAborted);
        await WriteAsync(http, StatusCodes.Status200OK, part);
        for (long position = part.Length; part.Length == Slice; position += part.Length)
        {
            part = await ReadAsync(command, position, http.RequestAborted);
            await http.Response.WriteAsync(part, http.RequestAborted);
        }
    }

    private Task<string> ReadAsync(string command, long from, CancellationToken ct) =>
        plane.Store.ReadAsync(session => session.ReadLogAsync(command, from, Slice), ct);

    private static async Task WriteAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        if (http.Request.Method != "HEAD")
        {
            await http.Response.WriteAsync(text, http.RequestAborted);
        }
    }
}

using System.Globalization;
using System.Text;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks.Git;

/// <summary>Connects to a repository of git daemon: <c>git://host/path</c>, without login and encryption.</summary>
internal static class GitDaemon
{
    private const int DefaultPort = 9418;

    public static async Task<Stream> ConnectAsync(
        SourceUrl url, SourceDialer dialer, SourceLimits limits, CancellationToken ct)
    {
        var port = url.Port is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultPort;
        var stream = await dialer.ConnectAsync(url.Host, port, ct);
        var request = $"git-upload-pack {Uri.UnescapeDataString(url.Path)}\0host={url.Host}\0";
        var length = Encoding.UTF8.GetByteCount(request) + 4;
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{length:x4}{request}"), ct);
        return new LimitedStream(stream, SourceText.Url(url), limits, ct);
    }
}

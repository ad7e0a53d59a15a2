using System.Net;
using System.Security.Cryptography;
using CSharpChef.Dependencies.Git;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks.Archives;

/// <summary>Downloads and unpacks archives: over HTTP, of S3, and of folders that the operator allows.</summary>
/// <param name="options">What the operator allows.</param>
/// <param name="http">Reaches servers.</param>
/// <param name="limits">How large an archive may be.</param>
/// <param name="folder">Keeps an archive from the moment its state is known until it is unpacked.</param>
/// <param name="clock">The time of a signature.</param>
internal sealed class ArchiveFetcher(
    SourceOptions options, SourceHttp http, SourceLimits limits, string folder, TimeProvider clock) : ISourceFetcher
{
    private const string Prefix = "sha256:";

    public async Task<FoundState> FindAsync(Source source, string? hostKey, CancellationToken ct) =>
        new(await DownloadAsync(source, ct));

    public async Task<WrittenFiles> WriteAsync(
        Source source, ResolvedSource resolved, string to, TreeLimits tree, CancellationToken ct)
    {
        var file = FileOf(resolved.State);
        var state = File.Exists(file) ? resolved.State : await DownloadAsync(source, ct);
        if (state != resolved.State)
        {
            throw new CookbookSourceException(
                $"{SourceText.Url(SourceUrl.Parse(source.Url!)!)} has another archive now: its SHA-256 is {state[Prefix.Length..]}, not {resolved.State[Prefix.Length..]}. Take the present one with the command update_custom_cookbooks");
        }

        var top = await Task.Run(() => ArchiveReader.Unpack(file, to, tree, ct), ct);
        File.Delete(file);
        return new WrittenFiles { Name = top ?? SourceText.Name(SourceUrl.Parse(source.Url!)!) };
    }

    private string FileOf(string state) => Path.Combine(folder, state[Prefix.Length..]);

    private async Task<string> DownloadAsync(Source source, CancellationToken ct)
    {
        Converge.Disk.OwnerFolder.Create(folder);
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.new");
        try
        {
            await using (var written = File.Create(file))
            await using (var received = await OpenAsync(source, ct))
            {
                await received.CopyToAsync(written, ct);
            }

            var state = await HashAsync(file, ct);
            File.Move(file, FileOf(state), overwrite: true);
            return state;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var content = File.OpenRead(file);
        return Prefix + Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }

    private async Task<Stream> OpenAsync(Source source, CancellationToken ct)
    {
        var url = SourceUrl.Parse(source.Url!)!;
        if (url.Scheme == SourceUrl.File)
        {
            return new LimitedStream(
                File.OpenRead(SourcePath.Require(url, options)), SourceText.Url(url), limits, ct);
        }

        var response = await GetAsync(source, url, ct);
        return new LimitedStream(await response.Content.ReadAsStreamAsync(ct), SourceText.Url(url), limits, ct);
    }

    private async Task<HttpResponseMessage> GetAsync(Source source, SourceUrl url, CancellationToken ct)
    {
        var login = SourceLogin.Basic(source, url);
        var isS3 = source.Type == SourceType.S3;
        var response = await http.GetAsync(
            isS3 ? S3Object.Url(url) : new Uri((url with { User = null }).ToString()),
            request =>
            {
                if (isS3)
                {
                    S3Object.Sign(request, source, clock.GetUtcNow());
                }
                else
                {
                    request.Headers.Authorization = login;
                }
            },
            ct);
        return response.IsSuccessStatusCode ? response : throw Failure(response, SourceText.Url(url));
    }

    private static CookbookSourceException Failure(HttpResponseMessage response, string shown)
    {
        using (response)
        {
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
                    $"{shown} refused the login of the source (status {(int)response.StatusCode}): check its user name and password, for S3 the access key, its secret and its rights"),
                HttpStatusCode.NotFound => new($"{shown} does not exist (status 404): check the URL"),
                var status => new($"{shown} cannot be fetched: the server answered with status {(int)status}")
                {
                    CanSucceedLater = status >= HttpStatusCode.InternalServerError,
                },
            };
        }
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NuGet.Packaging;

namespace CSharpChef.TestSupport.Packages;

/// <summary>
/// Serves the packages of a folder as a NuGet feed over HTTP on the loopback, by version 3 of NuGet's protocol: service
/// index, versions and content, registration with deprecations, known vulnerabilities, and pushes.
/// </summary>
internal sealed class HttpFeed : IAsyncDisposable
{
    private readonly FolderFeed folder;
    private readonly WebApplication app;
    private readonly Dictionary<string, JsonObject> deprecations = new(StringComparer.OrdinalIgnoreCase);
    private readonly JsonObject vulnerabilities = [];

    // NuGet remembers answers by URL, and ports are used again.
    private readonly string root = $"/{Guid.NewGuid():N}";

    private HttpFeed(FolderFeed folder, WebApplication app) => (this.folder, this.app) = (folder, app);

    /// <summary>The URL of the service index.</summary>
    public string Url => $"{Origin}/index.json";

    /// <summary>The paths that were asked for, below the root of the feed.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Whether the feed offers deprecations and vulnerabilities.</summary>
    public bool HasAdvice { get; set; } = true;

    /// <summary>Whether the feed takes packages.</summary>
    public bool TakesPackages { get; set; } = true;

    /// <summary>The key that a push needs; null for none.</summary>
    public string? PushKey { get; set; }

    /// <summary>The user and password that every request needs, such as <c>me:secret</c>; null for none.</summary>
    public string? Login { get; set; }

    /// <summary>Answers a path in place of the feed; the default answers nothing itself.</summary>
    public Func<HttpContext, string, Task<bool>> Instead { get; set; } = (_, _) => Task.FromResult(false);

    private string Origin => $"{app.Urls.First()}{root}";

    public static async Task<HttpFeed> StartAsync(FolderFeed folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var feed = new HttpFeed(folder, builder.Build());
        feed.app.Run(feed.AnswerAsync);
        await feed.app.StartAsync();
        return feed;
    }

    /// <summary>Marks a version of a package as deprecated.</summary>
    public HttpFeed Deprecate(string id, string version, string reason, string message, string alternative)
    {
        deprecations[$"{id} {version}"] = new JsonObject
        {
            ["reasons"] = new JsonArray(reason),
            ["message"] = message,
            ["alternatePackage"] = new JsonObject { ["id"] = alternative, ["range"] = "*" },
        };
        return this;
    }

    /// <summary>Adds a known vulnerability.</summary>
    /// <param name="id">The package.</param>
    /// <param name="versions">Its versions, as a range.</param>
    /// <param name="severity">0 for low to 3 for critical.</param>
    /// <param name="url">Where it is described.</param>
    public HttpFeed AddVulnerability(string id, string versions, int severity, string url)
    {
        vulnerabilities[id.ToLowerInvariant()] = new JsonArray(
            new JsonObject { ["severity"] = severity, ["url"] = url, ["versions"] = versions });
        return this;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        path = path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : "";
        Asked.Enqueue(path);
        if (await Instead(http, path))
        {
            return;
        }

        if (Login is { } login && http.Request.Headers.Authorization != Basic(login))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"feed\"";
            return;
        }

        if (path == "/push/" && HttpMethods.IsPut(http.Request.Method))
        {
            http.Response.StatusCode = await TakePackageAsync(http.Request);
            return;
        }

        if (path.Split('/') is ["", "flat", _, _, var file])
        {
            await SendPackageAsync(http, file);
            return;
        }

        if (Document(path) is not { } document)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(document.ToJsonString());
    }

    private static string Basic(string login) =>
        $"Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(login))}";

    private async Task<int> TakePackageAsync(HttpRequest request)
    {
        if (PushKey is not null && request.Headers["X-NuGet-ApiKey"] != PushKey)
        {
            return StatusCodes.Status401Unauthorized;
        }

        using var bytes = new MemoryStream();
        await (await request.ReadFormAsync()).Files[0].CopyToAsync(bytes);
        using var package = new PackageArchiveReader(bytes, leaveStreamOpen: true);
        var identity = package.GetIdentity();
        var path = Path.Combine(folder.Packages, $"{identity.Id}.{identity.Version.ToNormalizedString()}.nupkg");
        if (File.Exists(path))
        {
            return StatusCodes.Status409Conflict;
        }

        await File.WriteAllBytesAsync(path, bytes.ToArray());
        return StatusCodes.Status201Created;
    }

    private JsonNode? Document(string path) => path.Split('/') switch
    {
        ["", "index.json"] => Index(),
        ["", "flat", var id, "index.json"] when Versions(id) is { Count: > 0 } versions =>
            new JsonObject { ["versions"] = new JsonArray([.. versions.Select(each => (JsonNode)each.Version)]) },
        ["", "registration", var id, "index.json"] when Versions(id) is { Count: > 0 } versions => Registration(id, versions),
        ["", "vulnerabilities", "index.json"] => new JsonArray(new JsonObject
        {
            ["@name"] = "base",
            ["@id"] = $"{Origin}/vulnerabilities/base.json",
            ["@updated"] = "2026-01-01T00:00:00Z",
        }),
        ["", "vulnerabilities", "base.json"] => vulnerabilities.DeepClone(),
        _ => null,
    };

    private JsonObject Index()
    {
        var resources = new JsonArray(Resource("flat/", "PackageBaseAddress/3.0.0"));
        if (TakesPackages)
        {
            resources.Add(Resource("push/", "PackagePublish/2.0.0"));
        }

        if (HasAdvice)
        {
            resources.Add(Resource("registration/", "RegistrationsBaseUrl/3.6.0"));
            resources.Add(Resource("vulnerabilities/index.json", "VulnerabilityInfo/6.7.0"));
        }

        return new JsonObject { ["version"] = "3.0.0", ["resources"] = resources };
    }

    private JsonObject Resource(string path, string type) => new() { ["@id"] = $"{Origin}/{path}", ["@type"] = type };

    private JsonObject Registration(string id, List<(string Id, string Version)> versions)
    {
        var leaves = versions.Select(each => (JsonNode)new JsonObject
        {
            ["@id"] = $"{Origin}/registration/{id}/{each.Version}.json",
            ["packageContent"] = $"{Origin}/flat/{id}/{each.Version}/{id}.{each.Version}.nupkg",
            ["catalogEntry"] = new JsonObject
            {
                ["@id"] = $"{Origin}/catalog/{id}.{each.Version}.json",
                ["id"] = each.Id,
                ["version"] = each.Version,
                ["listed"] = true,
                ["deprecation"] = deprecations.GetValueOrDefault($"{each.Id} {each.Version}")?.DeepClone(),
            },
        });
        return new JsonObject
        {
            ["count"] = 1,
            ["items"] = new JsonArray(new JsonObject
            {
                ["@id"] = $"{Origin}/registration/{id}/index.json#page",
                ["count"] = versions.Count,
                ["lower"] = versions[0].Version,
                ["upper"] = versions[^1].Version,
                ["items"] = new JsonArray([.. leaves]),
            }),
        };
    }

    private List<(string Id, string Version)> Versions(string id) =>
        [.. Packages().Where(each => each.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            .OrderBy(each => NuGet.Versioning.NuGetVersion.Parse(each.Version))];

    private IEnumerable<(string Id, string Version)> Packages()
    {
        foreach (var path in Directory.EnumerateFiles(folder.Packages, "*.nupkg"))
        {
            using var package = new PackageArchiveReader(path);
            var identity = package.GetIdentity();
            yield return (identity.Id, identity.Version.ToNormalizedString());
        }
    }

    private async Task SendPackageAsync(HttpContext http, string file)
    {
        var path = Directory.EnumerateFiles(folder.Packages)
            .FirstOrDefault(each => file.Equals(Path.GetFileName(each), StringComparison.OrdinalIgnoreCase));
        if (path is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/octet-stream";
        await http.Response.SendFileAsync(path);
    }
}

using System.Net;
using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;
using CSharpChef.Tests.Dependencies;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Cookbooks;

/// <summary>A data folder, a repository, and the source of a stack.</summary>
public abstract class CookbookSourcesTests : IDisposable
{
    protected const string Stack = "11111111-2222-3333-4444-555555555555";
    private protected const string Loopback = "127.0.0.1";
    private readonly List<CookbookSources> opened = [];

    private protected GitRepository Repository { get; } = new();

    protected string Data { get; } = TemporaryFolder.Create("csharpchef-data-");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected SourceOptions Options { get; set; } = new();

    private protected SourceLimits Limits { get; set; } = new();

    /// <summary>The addresses that names have; the system resolves the others.</summary>
    private protected Dictionary<string, string> Names { get; } = [];

    private protected CookbookSources Sources()
    {
        var dialer = new SourceDialer(Options)
        {
            Resolve = (name, ct) => Names.TryGetValue(name, out var address)
                ? Task.FromResult<IPAddress[]>([IPAddress.Parse(address)])
                : Dns.GetHostAddressesAsync(name, ct),
        };
        var sources = new CookbookSources(Data, Options, Limits, dialer);
        opened.Add(sources);
        return sources;
    }

    private protected async Task<CookbookVersion> FetchAsync(Source source)
    {
        var sources = Sources();
        return await sources.FetchAsync(Stack, source, await sources.ResolveAsync(source, null, Ct), Ct);
    }

    private protected Task<CookbookSourceException> FailAsync(Source source) =>
        Assert.ThrowsAsync<CookbookSourceException>(() => FetchAsync(source));

    /// <summary>Folders of versions, whole ones and unfinished ones.</summary>
    protected IReadOnlyList<string> Kept()
    {
        var folder = Path.Combine(Data, "cookbooks", Stack);
        return Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder)] : [];
    }

    public void Dispose()
    {
        opened.ForEach(each => each.Dispose());
        Repository.Dispose();
        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }
}

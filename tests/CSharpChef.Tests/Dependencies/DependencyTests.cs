using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Dependencies;
using CSharpChef.Dependencies.Git;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Dependencies;

/// <summary>A cookbook named web, a Git repository for its dependencies, and a cache of their own.</summary>
public abstract class DependencyTests : IDisposable
{
    private readonly string cache = TemporaryFolder.Create("csharpchef-cache-");

    internal CookbookFolder Cookbooks { get; } = new();

    internal GitRepository Repository { get; } = new();

    internal CookbookCache Cache => new(cache);

    internal CookbookStore Store => new([Cookbooks.Root]) { Cache = Cache };

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string LockFile => Cookbooks["web/cookbook.lock.json"];

    public virtual void Dispose()
    {
        Cookbooks.Dispose();
        Repository.Dispose();
        Directory.Delete(cache, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the dependencies of web, in which REPO stands for the path of the repository.</summary>
    internal void Depend(string dependencies) => Cookbooks
        .With("web/cookbook.json", $$"""{ "dependencies": {{dependencies.Replace("REPO", Repository.Folder, StringComparison.Ordinal)}} }""")
        .With("web/recipes/default.csx", "");

    internal Task<InstallResult> InstallAsync() => InstallAsync([]);

    /// <param name="released">The names that are chosen again; null for all.</param>
    internal Task<InstallResult> InstallAsync(string[]? released) => InstallAsync("web", released);

    /// <param name="cookbook">The cookbook.</param>
    /// <param name="released">The names that are chosen again; null for all.</param>
    internal async Task<InstallResult> InstallAsync(string cookbook, string[]? released)
    {
        var store = Store;
        using var installer = new CookbookInstaller(store, store.Get(cookbook), new GitAccess(_ => null, _ => null));
        return await installer.InstallAsync(released, Ct);
    }

    internal async Task<IReadOnlyList<OutdatedCookbook>> OutdatedAsync()
    {
        var store = Store;
        using var installer = new CookbookInstaller(store, store.Get("web"), new GitAccess(_ => null, _ => null));
        return await installer.OutdatedAsync(Ct);
    }

    /// <summary>Fetches what the lock file names and the cache lacks.</summary>
    internal async Task FetchAsync()
    {
        var store = Store;
        using var installer = new CookbookInstaller(store, store.Get("web"), new GitAccess(_ => null, _ => null));
        await installer.FetchAsync(store.Missing(store.Get("web")), Ct);
    }

    /// <summary>The names of the cookbooks that a run of web uses, dependencies first.</summary>
    internal IReadOnlyList<string> Used() => [.. Store.WithDependencies(["web"]).Select(cookbook => cookbook.Name)];
}

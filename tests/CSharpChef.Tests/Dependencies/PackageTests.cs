using CSharpChef.Dependencies;
using CSharpChef.Dependencies.Git;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Dependencies;

/// <summary>A cookbook named web, and a feed for the packages that its scripts name.</summary>
public abstract class PackageTests : DependencyTests
{
    protected PackageTests() => Cookbooks.With("nuget.config", Feed.Config).With("web/cookbook.json", "{}");

    internal FolderFeed Feed { get; } = new();

    public override void Dispose()
    {
        Feed.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A library with one constant and one property, both with the version.</summary>
    internal FolderFeed WithLibrary(string id, string version, params string[] dependencies) => Feed.WithLibrary(
        id,
        version,
        $$"""namespace {{id}}; public static class Info { public const string Constant = "{{id}} {{version}}"; public static string Version => Constant; public static int Counter; }""",
        dependencies);

    /// <summary>A position in a recipe of web as errors name it.</summary>
    protected string Place(string position) => $"{Cookbooks["web"]}/recipes/{position}";

    /// <summary>Fetches the locked packages that the folder of packages lacks.</summary>
    internal async Task FetchPackagesAsync()
    {
        var store = Store;
        using var installer = new CookbookInstaller(store, store.Get("web"), new GitAccess(_ => null, _ => null));
        await installer.FetchAsync(store.PackagesOf("web").Missing, Ct);
    }

    /// <summary>What the feeds say of the locked packages.</summary>
    internal async Task<PackageReport> OutdatedPackagesAsync()
    {
        var store = Store;
        using var installer = new CookbookInstaller(store, store.Get("web"), new GitAccess(_ => null, _ => null));
        return await installer.OutdatedPackagesAsync(Ct);
    }

    /// <summary>Writes the default recipe of web.</summary>
    internal void Recipe(string script) => Cookbooks.With("web/recipes/default.csx", script);
}

using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Stacks.Sources;
using CSharpChef.Tests.Dependencies;
using CSharpChef.Tests.Dependencies.Git;
using StoredRealPath = CSharpChef.Stacks.Sources.RealPath;

namespace CSharpChef.Tests.Stacks.Cookbooks;

public sealed class LockedDependenciesTests : CookbookSourcesTests
{
    private readonly GitRepository dependency = new();

    public LockedDependenciesTests() => Options = new()
    {
        Folders = [StoredRealPath.Of(Repository.Folder)!],
        Hosts = [Loopback],
    };

    private Source Source => new() { Type = SourceType.Git, Url = $"file://{Repository.Folder}" };

    [Fact]
    public async Task A_cookbook_of_a_lock_file_is_fetched_into_the_cache_of_the_server()
    {
        await using var server = await StartAsync();
        Lock(server.Url);

        var version = await FetchAsync(Source);

        var folder = Assert.Single(version.Dependencies);
        Assert.StartsWith(Path.Combine(Data, "cookbooks", "cache"), folder);
        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(folder, "a.txt"), Ct));
        Assert.Equal(["base", "web"], version.Open().WithDependencies(["web"]).Select(each => each.Name));
    }

    [Fact]
    public async Task A_dependency_on_a_host_that_is_not_allowed_is_refused()
    {
        await using var server = await StartAsync();
        Lock(server.Url);
        Options = Options with { Hosts = [] };

        Assert.Contains("serve --allow-source-host 127.0.0.1", (await FailAsync(Source)).Message);
    }

    [Fact]
    public async Task A_missing_lock_file_is_an_error_with_the_command_that_writes_it()
    {
        Repository.With("web/cookbook.json", """{ "dependencies": { "base": { "git": "https://example.com/a.git" } } }""").Commit();

        Assert.Contains("csharpchef cookbook install --path web", (await FailAsync(Source)).Message);
    }

    [Fact]
    public async Task A_repository_in_a_folder_of_the_server_is_refused_as_a_dependency()
    {
        await using var server = await StartAsync();
        Lock($"file://{Path.GetDirectoryName(dependency.Folder)}");

        Assert.Contains("a server fetches dependencies from https", (await FailAsync(Source)).Message);
    }

    private Task<GitHttpServer> StartAsync()
    {
        dependency.With("base/a.txt", "1").Commit("v1");
        return GitHttpServer.StartAsync(Path.GetDirectoryName(dependency.Folder)!);
    }

    private void Lock(string server)
    {
        var url = $"{server}/{Path.GetFileName(dependency.Folder)}/.git";
        var hash = FolderHash.Of(Path.Combine(dependency.Folder, "base"));
        Repository
            .With("web/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{url}}", "tag": "v1" } } }""")
            .With("web/cookbook.lock.json", $$"""
                { "lock": 1, "cookbooks": { "base": {
                    "git": "{{url}}", "tag": "v1", "folder": "base", "commit": "{{dependency.Head}}", "hash": "{{hash}}" } } }
                """)
            .Commit();
    }
}

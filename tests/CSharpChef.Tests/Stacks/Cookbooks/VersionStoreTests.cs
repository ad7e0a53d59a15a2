using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Sources;
using StoredRealPath = CSharpChef.Stacks.Sources.RealPath;

namespace CSharpChef.Tests.Stacks.Cookbooks;

public sealed class VersionStoreTests : CookbookSourcesTests
{
    private Source Source => new() { Type = SourceType.Git, Url = $"file://{Repository.Folder}/plain" };

    public VersionStoreTests()
    {
        Options = new() { Folders = [StoredRealPath.Of(Repository.Folder)!] };
        Repository.With("plain/web/recipes/default.csx", "0");
    }

    [Fact]
    public async Task A_folder_is_copied_as_it_is_and_a_change_makes_another_version()
    {
        var first = await FetchAsync(Source);
        Repository.With("plain/web/recipes/default.csx", "1");

        var second = await FetchAsync(Source);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal("0", await File.ReadAllTextAsync(Path.Combine(first.Folder, "web/recipes/default.csx"), Ct));
    }

    [Fact]
    public async Task A_folder_that_a_killed_process_left_unfinished_is_not_a_version()
    {
        var version = await FetchAsync(Source);
        var stack = Path.GetDirectoryName(Path.GetDirectoryName(version.Folder))!;
        var whole = Path.Combine(stack, version.Id);
        Directory.Move(whole, Path.Combine(stack, $"{Guid.NewGuid():N}.new"));

        var again = await FetchAsync(Source);

        Assert.Equal(version.Folder, again.Folder);
        Assert.Equal(["web"], again.Cookbooks);
    }

    [Fact]
    public async Task Versions_beyond_the_newest_five_are_removed_unless_they_are_used()
    {
        var versions = new List<CookbookVersion>();
        for (var number = 0; number < 8; number++)
        {
            Repository.With("plain/web/recipes/default.csx", $"{number}");
            versions.Add(await FetchAsync(Source));
        }

        var removed = Sources().Prune(Stack, [versions[0].Id]);

        Assert.Equal([versions[2].Id, versions[1].Id], removed);
        Assert.Equal(6, Kept().Count);
    }

    [Fact]
    public async Task A_pipe_in_a_folder_is_refused()
    {
        Repository.Git("-c", $"alias.pipe=!mkfifo {Repository.Folder}/plain/web/pipe", "pipe");

        Assert.Contains("is a device, a pipe or a socket", (await FailAsync(Source)).Message);
    }

    [Fact]
    public async Task A_source_of_type_svn_is_an_error() => Assert.Contains(
        "a source of type svn cannot be fetched", (await FailAsync(new() { Type = SourceType.Svn, Url = "svn://example.com/a" })).Message);
}

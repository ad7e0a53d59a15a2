using CSharpChef.Stacks.Sources;
using StoredRealPath = CSharpChef.Stacks.Sources.RealPath;

namespace CSharpChef.Tests.Stacks.Cookbooks;

public sealed class GitFolderTests : CookbookSourcesTests
{
    public GitFolderTests() => Options = new() { Folders = [StoredRealPath.Of(Repository.Folder)!] };

    private Source Source => new() { Type = SourceType.Git, Url = $"file://{Repository.Folder}" };

    [Fact]
    public async Task The_default_branch_is_fetched_with_each_folder_of_recipes_as_a_cookbook()
    {
        Repository.With("web/recipes/default.csx", "1").With("db/cookbook.json", "{}").With("docs/a.md", "x").Commit();

        var version = await FetchAsync(Source);

        Assert.Equal(["db", "web"], version.Cookbooks);
        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(version.Folder, "web/recipes/default.csx"), Ct));
        Assert.Equal(["db", "docs", "web"], version.Open().Names);
        Assert.False(Directory.Exists(Path.Combine(version.Folder, ".git")));
    }

    [Theory]
    [InlineData("main", "2")]
    [InlineData("v1", "1")]
    public async Task A_branch_and_a_tag_are_fetched_by_name(string revision, string content)
    {
        Repository.With("web/recipes/default.csx", "1").Commit("v1").With("web/recipes/default.csx", "2").Commit();

        var version = await FetchAsync(Source with { Revision = revision });

        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(version.Folder, "web/recipes/default.csx"), Ct));
    }

    [Fact]
    public async Task A_commit_is_fetched_by_its_digits_and_the_version_is_another_one()
    {
        var first = Repository.With("web/recipes/default.csx", "1").Commit().Head;
        Repository.With("web/recipes/default.csx", "2").Commit();

        var (old, now) = (await FetchAsync(Source with { Revision = first }), await FetchAsync(Source));

        Assert.NotEqual(old.Id, now.Id);
        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(old.Folder, "web/recipes/default.csx"), Ct));
    }

    [Fact]
    public async Task A_resolved_state_is_fetched_after_its_branch_moved_on()
    {
        Repository.With("web/recipes/default.csx", "1").Commit();
        var sources = Sources();
        var resolved = await sources.ResolveAsync(Source, null, Ct);
        Repository.With("web/recipes/default.csx", "2").Commit();

        var version = await sources.FetchAsync(Stack, Source, resolved, Ct);

        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(version.Folder, "web/recipes/default.csx"), Ct));
    }

    [Fact]
    public async Task A_cookbook_at_the_root_gets_a_folder_of_its_name()
    {
        Repository.With("cookbook.json", """{ "name": "site" }""").With("recipes/default.csx", "1")
            .With("cookbooks/base/recipes/default.csx", "2").Commit();

        var version = await FetchAsync(Source);

        Assert.Equal(["base", "site"], version.Cookbooks);
        Assert.Equal(["recipes/default.csx"], version.Open().Get("site").Files.Below("recipes").Select(each => $"{each}"));
        Assert.NotNull(version.Open().Find("base"));
    }

    [Fact]
    public async Task Cookbooks_in_a_folder_cookbooks_are_found()
    {
        Repository.With("cookbooks/web/recipes/default.csx", "1").Commit();

        Assert.Equal(["web"], (await FetchAsync(Source)).Cookbooks);
    }

    [Fact]
    public async Task A_missing_branch_is_an_error_with_those_that_exist()
    {
        Repository.With("web/recipes/default.csx", "1").Commit("v1");

        var error = await FailAsync(Source with { Revision = "mian" });

        Assert.Equal(3, error.ExitCode);
        Assert.Contains("has no branch or tag \"mian\"", error.Message);
        Assert.Contains("main", error.Message);
    }

    [Fact]
    public async Task A_repository_without_cookbooks_is_an_error_that_says_what_it_has()
    {
        Repository.With("README.md", "x").With("src/a.cs", "x").Commit();

        var error = await FailAsync(Source);

        Assert.Contains("has no cookbook: it has README.md, src/.", error.Message);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_folder_that_the_operator_does_not_allow_is_refused()
    {
        Options = new();

        Assert.Contains("serve --source-folder", (await FailAsync(Source)).Message);
    }

    [Fact]
    public async Task A_link_out_of_the_allowed_folder_is_refused()
    {
        Repository.With("web/recipes/default.csx", "1");
        File.CreateSymbolicLink(Path.Combine(Repository.Folder, "out"), Data);

        var error = await FailAsync(Source with { Url = $"file://{Repository.Folder}/out" });

        Assert.Contains("serve --source-folder", error.Message);
    }

    [Fact]
    public async Task A_link_of_a_cookbook_that_leads_out_of_the_repository_is_refused()
    {
        Repository.With("web/recipes/default.csx", "1");
        File.CreateSymbolicLink(Path.Combine(Repository.Folder, "web/passwd"), "/etc/passwd");
        Repository.Commit();

        var error = await FailAsync(Source);

        Assert.Contains("web/passwd of", error.Message);
        Assert.Contains("is a link to /etc/passwd", error.Message);
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData(1000, 100, 3, "more than 0 MB")]
    [InlineData(1_000_000, 3, 3, "more than 3 files and folders")]
    [InlineData(1_000_000, 100, 2, "web/recipes/default.csx has more than 2 names in its path")]
    public async Task A_repository_beyond_a_limit_is_refused(long bytes, int files, int depth, string message)
    {
        Repository.With("web/recipes/default.csx", new string('x', 2000)).With("web/a", "1").Commit();
        Limits = new() { Bytes = bytes, Files = files, Depth = depth };

        Assert.Contains(message, (await FailAsync(Source)).Message);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task Many_that_ask_at_once_get_one_version()
    {
        Repository.With("web/recipes/default.csx", "1").Commit();
        var (first, second) = (Sources(), Sources());
        var resolved = await first.ResolveAsync(Source, null, Ct);

        var found = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(number => (number % 2 == 0 ? first : second).FetchAsync(Stack, Source, resolved, Ct)));

        Assert.Single(found.Select(each => each.Folder).Distinct());
        Assert.Single(Kept());
    }

    [Fact]
    public async Task Files_of_a_version_are_readable_by_all_and_the_folder_of_the_stack_only_by_the_server()
    {
        Repository.With("web/recipes/default.csx", "1").Commit();

        var version = await FetchAsync(Source);

        Assert.Equal("r--r--r--", Mode(Path.Combine(version.Folder, "web/recipes/default.csx")));
        Assert.Equal("rwxr-xr-x", Mode(version.Folder));
        Assert.Equal("rwx------", Mode(Path.GetDirectoryName(Path.GetDirectoryName(version.Folder))!));
    }

    private static string Mode(string path)
    {
        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
        return string.Concat("rwxrwxrwx".Select((letter, index) => ((int)mode >> (8 - index) & 1) == 1 ? letter : '-'));
    }
}

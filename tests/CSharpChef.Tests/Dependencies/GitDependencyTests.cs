using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Dependencies;

[WholeSuite]
public sealed class GitDependencyTests : DependencyTests
{
    [Fact]
    public async Task A_cookbook_of_a_tag_is_locked_and_a_run_uses_it()
    {
        Repository.With("cookbooks/base/cookbook.json", """{ "version": "1.2.0" }""").Commit("v1.2");
        var commit = Repository.Head;
        Repository.With("cookbooks/base/later.txt", "x").Commit();
        Depend("""{ "base": { "git": "REPO", "tag": "v1.2", "version": "[1,2)" } }""");

        var result = await InstallAsync();

        Assert.Equal([$"+ base 1.2.0, commit {commit}"], result.Changes);
        Assert.Contains($"\"commit\": \"{commit}\"", File.ReadAllText(LockFile), StringComparison.Ordinal);
        Assert.Equal(["base", "web"], Used());
        Assert.False(File.Exists(Path.Combine(Store.WithDependencies(["web"])[0].Files.Folder, "later.txt")));
    }

    [Fact]
    public async Task The_words_and_types_of_a_locked_cookbook_are_in_scope()
    {
        Repository.With("base/resources/own.csx", "class OwnResource(Name name) : Resource(name.Text) { protected override IEnumerable<ResourceAction> DefaultActions() => []; }\nrecord Name(string Text);")
            .With("base/lib/names.csx", "static class Names { public static Name Of(string text) => new(text + \"!\"); }")
            .Commit();
        Depend("""{ "base": { "git": "REPO", "folder": "base" } }""");
        Cookbooks.With("web/recipes/default.csx", "#load \"cookbook:base/lib/names.csx\"\nOwn(Names.Of(\"a\"));");
        await InstallAsync();

        var evaluation = Evaluation.Start(
            [RunListItem.Parse("web")],
            new RecipeLibrary(Store, disk: null),
            new Node("x", Facts.None, NodeAttributes.None),
            new EvaluationOptions());
        await using var _ = evaluation;
        var finished = Assert.IsType<Pause.Finished>(await evaluation.NextAsync(Ct));

        Assert.Equal("own[a!]", Assert.Single(finished.Resources.Resources).ToString());
    }

    [Fact]
    public async Task An_install_keeps_what_is_locked_and_an_update_takes_the_newest_commit()
    {
        Repository.With("base/a.txt", "1").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");
        await InstallAsync();
        var before = File.ReadAllText(LockFile);
        Repository.With("base/a.txt", "2").Commit();

        Assert.Empty((await InstallAsync()).Changes);
        Assert.Equal(before, File.ReadAllText(LockFile));

        var change = Assert.Single((await InstallAsync(["base"])).Changes);
        Assert.EndsWith($"-> commit {Repository.Head}", change, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_fetches_what_the_lock_file_names_also_when_the_branch_has_moved_on()
    {
        Repository.With("base/a.txt", "1").Commit();
        Depend("""{ "base": { "git": "REPO", "branch": "main" } }""");
        await InstallAsync();
        Repository.With("base/a.txt", "2").Commit();
        var cached = Store.WithDependencies(["web"])[0].Files.Folder;
        Directory.Delete(cached, recursive: true);

        Assert.Contains("is not in the cache of this machine", Assert.Throws<RecipeException>(() => Used()).Message);
        await FetchAsync();

        Assert.Equal("1", File.ReadAllText(Path.Combine(cached, "a.txt")));
    }

    [Fact]
    public async Task A_folder_with_a_cookbook_of_another_name_is_not_locked()
    {
        Cookbooks.With("pb/cookbook.json", """{ "name": "pb" }""");
        Depend("""{ "foo": { "path": "../pb" } }""");

        Assert.Contains(
            "has the cookbook \"pb\", and not \"foo\": ask for it as \"pb\"",
            (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }

    [Theory]
    [InlineData("\"version\": \"1.0\"", "\"version\": \"9.0.0\"", "has the version 1.0, and the lock file says 9.0.0")]
    [InlineData("COMMIT", "0000000000000000000000000000000000000000", "has no commit 0000000000000000000000000000000000000000")]
    [InlineData("REPO", "/nowhere/at/all", "/nowhere/at/all is not a Git repository")]
    public async Task A_lock_file_that_names_another_state_than_the_one_that_was_fetched_is_refused(
        string before, string after, string expected)
    {
        Repository.With("base/cookbook.json", """{ "version": "1.0" }""").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");
        await InstallAsync();
        var edited = File.ReadAllText(LockFile).Replace(
            before.Replace("COMMIT", Repository.Head, StringComparison.Ordinal)
                .Replace("REPO", Repository.Folder, StringComparison.Ordinal),
            after,
            StringComparison.Ordinal);
        File.WriteAllText(LockFile, edited);
        if (before == "REPO")
        {
            Depend("""{ "base": { "git": "/nowhere/at/all" } }""");
        }

        Assert.Contains("is not in the cache", Assert.Throws<RecipeException>(() => Used()).Message);
        Assert.Contains(expected, (await Assert.ThrowsAsync<RecipeException>(FetchAsync)).Message);
    }

    [Fact]
    public async Task A_tag_that_was_moved_is_refused_with_both_commits()
    {
        Repository.With("base/a.txt", "1").Commit("v1");
        var first = Repository.Head;
        Depend("""{ "base": { "git": "REPO", "tag": "v1" } }""");
        await InstallAsync();
        Repository.With("base/a.txt", "2").Commit("v1");
        Directory.Delete(Store.WithDependencies(["web"])[0].Files.Folder, recursive: true);

        var error = await Assert.ThrowsAsync<RecipeException>(FetchAsync);

        Assert.Equal(
            $"the tag v1 of {Repository.Folder} was moved: the lock file has commit {first}, and it is {Repository.Head} now. See what changed, and lock it again with csharpchef cookbook update base --path {Cookbooks["web"]}",
            error.Message);
    }

    [Fact]
    public async Task Cookbooks_of_one_repository_find_each_other_by_path_and_by_name()
    {
        Repository.With("cookbooks/base/cookbook.json", """{ "dependencies": { "users": "../users", "files": "" } }""")
            .With("cookbooks/users/x", "").With("cookbooks/files/x", "").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");

        await InstallAsync();

        Assert.Equal(["users", "files", "base", "web"], Used());
    }

    [Fact]
    public async Task A_cookbook_in_the_folders_wins_over_the_lock_file()
    {
        Repository.With("base/a.txt", "1").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");
        await InstallAsync();

        Cookbooks.With("base/recipes/default.csx", "");

        Assert.Equal(Cookbooks["base"], Store.WithDependencies(["web"])[0].Files.Folder);
    }

    [Fact]
    public async Task A_lock_file_that_is_missing_or_older_than_the_dependencies_is_an_error_with_the_command()
    {
        Repository.With("base/a.txt", "1").Commit("v1").Commit("v2");
        Depend("""{ "base": { "git": "REPO", "tag": "v1" } }""");

        Assert.Contains(
            "web has no cookbook.lock.json, which says what base is fetched from", Assert.Throws<RecipeException>(() => Used()).Message);

        await InstallAsync();
        Depend("""{ "base": { "git": "REPO", "tag": "v2" } }""");

        var error = Assert.Throws<RecipeException>(() => Used());
        Assert.Contains("does not fit this: it does not lock base from", error.Message);
        Assert.Contains("csharpchef cookbook install --path", error.Message);
    }

    [Fact]
    public async Task A_locked_commit_is_fetched_also_when_its_branch_is_gone()
    {
        Repository.With("base/a.txt", "1").Commit().Git("branch", "feature");
        Depend("""{ "base": { "git": "REPO", "branch": "feature" } }""");
        await InstallAsync();
        var cached = Store.WithDependencies(["web"])[0].Files.Folder;
        Directory.Delete(cached, recursive: true);
        Repository.Git("branch", "-D", "feature");

        await FetchAsync();

        Assert.True(Directory.Exists(cached));
    }

    [Fact]
    public async Task A_locked_commit_that_is_gone_is_an_error_with_the_command_that_locks_another()
    {
        Repository.With("base/a.txt", "1").Commit();
        var first = Repository.Head;
        Depend("""{ "base": { "git": "REPO" } }""");
        await InstallAsync();
        Directory.Delete(Store.WithDependencies(["web"])[0].Files.Folder, recursive: true);
        Repository.Git("checkout", "--quiet", "--orphan", "other");
        Repository.With("base/a.txt", "2").Commit().Git("branch", "--move", "--force", "main");

        var error = await Assert.ThrowsAsync<RecipeException>(FetchAsync);

        Assert.Equal(
            $"{Repository.Folder} has no commit {first} in its branches and tags: its history was rewritten. Lock another commit with csharpchef cookbook update base --path {Cookbooks["web"]}",
            error.Message);
    }

    [Fact]
    public async Task What_the_lock_file_has_of_an_earlier_source_is_not_fetched()
    {
        Repository.With("base/a.txt", "1").Commit("v1");
        Depend("""{ "base": { "git": "REPO", "tag": "v1" } }""");
        await InstallAsync();
        Directory.Delete(Store.WithDependencies(["web"])[0].Files.Folder, recursive: true);
        Repository.With("base/a.txt", "2").Commit("v1").Git("tag", "v2");
        Depend("""{ "base": { "git": "REPO", "tag": "v2" } }""");

        Assert.Contains("does not fit this", (await Assert.ThrowsAsync<RecipeException>(FetchAsync)).Message);
        Assert.Single((await InstallAsync()).Changes);
    }

    [Theory]
    [InlineData("\"tag\": \"v9\"", "has no tag \"v9\"")]
    [InlineData("\"branch\": \"mian\"", "has no branch \"mian\": did you mean \"main\"?")]
    [InlineData("\"tag\": \"tree\"", "refs/tags/tree of")]
    [InlineData("\"commit\": \"0123456789abcdef0123456789abcdef01234567\"", "has no commit 0123456789abcdef0123456789abcdef01234567")]
    [InlineData("\"folder\": \"nowhere\"", "has no folder \"nowhere\"")]
    [InlineData("\"version\": \"2\"", "needs base 2, and")]
    public async Task What_a_repository_does_not_have_is_named(string keys, string expected)
    {
        Repository.With("base/cookbook.json", """{ "version": "1" }""").Commit("v1").Git("tag", "tree", "HEAD^{tree}");
        Depend($$"""{ "base": { "git": "REPO", {{keys}} } }""");

        Assert.Contains(expected, (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
        Assert.False(File.Exists(LockFile));
    }

    [Fact]
    public async Task A_link_becomes_the_file_that_it_leads_to_and_one_that_leaves_the_cookbook_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(Repository.Folder, "base/files"));
        File.CreateSymbolicLink(Path.Combine(Repository.Folder, "base/files/link"), "../real");
        Repository.With("base/real", "text").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");

        await InstallAsync();

        var link = Path.Combine(Store.WithDependencies(["web"])[0].Files.Folder, "files/link");
        Assert.Equal(("text", null), (File.ReadAllText(link), new FileInfo(link).LinkTarget));

        File.CreateSymbolicLink(Path.Combine(Repository.Folder, "base/out"), "../secret");
        Repository.With("secret", "").Commit();
        Assert.Contains(
            "base/out of", (await Assert.ThrowsAsync<RecipeException>(() => InstallAsync(null))).Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/x.git", 4, "failed to connect to 127.0.0.1")]
    [InlineData("ssh://nobody@127.0.0.1:1/x.git", 4, "ssh: connect to host 127.0.0.1 port 1: Connection refused")]
    [InlineData("HTTP://127.0.0.1:1/x.git", 4, "failed to connect to 127.0.0.1")]
    [InlineData("/nowhere/at/all", 3, "/nowhere/at/all is not a Git repository, or does not exist")]
    public async Task A_repository_that_cannot_be_read_is_an_error_with_the_exit_code_of_its_kind(
        string url, int code, string expected)
    {
        Depend($$"""{ "base": { "git": "{{url}}" } }""");

        var error = await Assert.ThrowsAnyAsync<ChefException>(InstallAsync);

        Assert.Equal(code, error.ExitCode);
        Assert.Contains(expected, error.Message);
    }

    [Theory]
    [InlineData("""{ "lock": 2 }""", "the lock file is not of the form 1, which this csharpchef reads")]
    [InlineData("""{ "lock": 1, "cookbooks": { "base": { "git": "x" } } }""", "this does not pin the cookbook base")]
    [InlineData("""{ "lock": 1 """, "the text ends too early")]
    [InlineData("""{ "lock": 1, "cookbooks": { "../../evil": { "git": "x", "commit": "0123456789abcdef0123456789abcdef01234567", "hash": "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" } } }""", "this does not pin the cookbook ../../evil")]
    [InlineData("""{ "lock": 1, "cookbooks": { "base": { "nuget": "X", "version": "abc", "packageHash": "x", "hash": "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" } } }""", "this does not pin the cookbook base")]
    public async Task A_lock_file_that_was_edited_is_an_error_of_a_run_and_written_again_by_an_install(
        string text, string expected)
    {
        Repository.With("base/a.txt", "1").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");
        await InstallAsync();
        var right = File.ReadAllText(LockFile);
        File.WriteAllText(LockFile, text);

        Assert.Contains(expected, Assert.Throws<RecipeException>(() => Used()).Message);
        await InstallAsync();

        Assert.Equal(right, File.ReadAllText(LockFile));
    }

    [Fact]
    public async Task A_submodule_in_a_cookbook_is_refused()
    {
        Repository.With("base/a.txt", "1").Commit();
        Repository.Git("update-index", "--add", "--cacheinfo", $"160000,{Repository.Head},base/sub");
        Repository.Git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-qm", "a submodule");
        Depend("""{ "base": { "git": "REPO" } }""");

        Assert.StartsWith("base/sub of ", (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }

    [Theory]
    [InlineData(@"caf\351", "has a name that is not UTF-8: rename it")]
    [InlineData(@"a\rb", "base/a?b of")]
    [InlineData(@"a\033b", "has a name that no file of a cookbook may have")]
    public async Task A_file_whose_name_no_file_of_a_cookbook_may_have_is_refused(string name, string expected)
    {
        Repository.With("base/a.txt", "1").Commit().CommitName($"base/{name}");
        Depend("""{ "base": { "git": "REPO" } }""");

        Assert.Contains(expected, (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }

    [Fact]
    public async Task A_manifest_of_the_root_that_cannot_be_read_matters_only_where_no_other_folder_has_the_cookbook()
    {
        Repository.With("cookbook.json", "{ \"name\": ").With("cookbooks/base/a.txt", "1").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");
        Assert.Single((await InstallAsync()).Changes);

        Depend("""{ "root": { "git": "REPO" } }""");
        var error = await Assert.ThrowsAsync<RecipeException>(InstallAsync);

        Assert.Contains("the text ends too early", error.Message);
        Assert.StartsWith($"cookbook.json of {Repository.Folder} at commit {Repository.Head}:", error.Message);
    }

    [Fact]
    public async Task Installs_at_the_same_time_leave_one_whole_cookbook_in_the_cache()
    {
        Repository.With("base/a.txt", "1").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => InstallAsync())));

        var folder = Store.WithDependencies(["web"])[0].Files.Folder;
        Assert.Equal(folder, Assert.Single(Directory.GetDirectories(Path.GetDirectoryName(folder)!)));
        Assert.Equal("1", File.ReadAllText(Path.Combine(folder, "a.txt")));
    }

    [Fact]
    public async Task A_repository_whose_HEAD_is_a_commit_is_taken_at_that_commit()
    {
        Repository.With("base/a.txt", "1").Commit();
        var commit = Repository.Head;
        Repository.With("base/a.txt", "2").Commit().Git("checkout", "--quiet", "--detach", commit);
        Depend("""{ "base": { "git": "REPO" } }""");

        Assert.Equal([$"+ base commit {commit}"], (await InstallAsync()).Changes);
    }

    [Fact]
    public async Task A_cookbook_in_the_cache_that_somebody_has_changed_is_fetched_again_by_an_install()
    {
        Repository.With("base/a.txt", "1").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");
        await InstallAsync();
        var cached = Path.Combine(Store.WithDependencies(["web"])[0].Files.Folder, "a.txt");
        File.Delete(cached);
        File.WriteAllText(cached, "2");

        Assert.Empty((await InstallAsync()).Changes);

        Assert.Equal("1", File.ReadAllText(cached));
    }
}

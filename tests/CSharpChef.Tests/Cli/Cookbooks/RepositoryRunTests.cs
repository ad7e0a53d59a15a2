using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Disk;
using CSharpChef.Tests.Dependencies;
using CSharpChef.Tests.Dependencies.Git;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.Cookbooks;

/// <summary>Runs straight from the URL of a Git repository.</summary>
[WholeSuite]
public sealed class RepositoryRunTests : IDisposable
{
    private readonly GitRepository repository = new();
    private readonly CookbookFolder cookbooks = new();

    public RepositoryRunTests() => repository
        .With("cookbooks/web/recipes/default.csx", "Hello(\"web\");").With("cookbooks/web/recipes/deploy.csx", "Hello(\"deploy\");")
        .With("cookbooks/web/cookbook.json", """{ "version": "1.0", "dependencies": { "base": "../base" } }""")
        .With("cookbooks/base/resources/hello.csx", "void Hello(string name) => Log($\"hello {name}\");")
        .With("own", $"{Guid.NewGuid()}").Commit("v1");

    private string Url => $"file://{repository.Folder}";

    public void Dispose()
    {
        repository.Dispose();
        cookbooks.Dispose();
    }

    [Theory]
    [InlineData("#v1::web", "hello web")]
    [InlineData("#v1::web::deploy", "hello deploy")]
    [InlineData("#main::web", "hello web")]
    [InlineData("::web::deploy", "hello deploy")]
    public async Task A_recipe_of_a_repository_runs_and_the_report_names_the_commit(string rest, string expected) =>
        (await PlanAsync("-v", "-r", Url + rest)).Exits(0)
            .Prints(expected, $"used web 1.0, commit {repository.Head}", $"used base commit {repository.Head}");

    [Fact]
    public async Task A_path_of_a_repository_and_a_commit_are_taken_too() =>
        (await PlanAsync("-r", $"{repository.Folder}#{repository.Head}::web")).Exits(0).Prints("hello web");

    [Fact]
    public async Task A_branch_is_asked_at_every_run_and_a_tag_once()
    {
        await PlanAsync("-r", $"{Url}#v1::web");
        await PlanAsync("-r", $"{Url}#main::web");
        repository.With("cookbooks/web/recipes/default.csx", "Log(\"later\");").Commit("v1");

        (await PlanAsync("-r", $"{Url}#main::web")).Exits(0).Prints("later");
        (await PlanAsync("-r", $"{Url}#v1::web")).Exits(0).Prints("hello web");
    }

    [Fact]
    public async Task A_tag_that_was_moved_is_noticed_when_it_is_asked_for_again()
    {
        await PlanAsync("-r", $"{Url}#v1::web");
        var before = repository.Head;
        repository.With("cookbooks/web/recipes/default.csx", "Log(\"later\");").Commit("v1");

        (await PlanAsync("-r", $"{Url}#v1::web", "-v")).Exits(0)
            .Prints($"{Url}#v1: commit {before}, as it was when it was fetched; --refresh asks again");
        (await PlanAsync("-r", $"{Url}#v1::web", "--refresh")).Exits(0)
            .Prints($"the tag of {Url}#v1 was moved: it was commit {before}, and is {repository.Head}", "later");
        (await PlanAsync("-r", $"{Url}#v1::web")).Exits(0).Prints("later").DoesNotPrint("moved");
        (await PlanAsync("-r", $"{Url}#v1::web", "--refresh", "--offline")).Exits(2);
    }

    [Fact]
    public async Task A_run_waits_for_a_repository_as_long_as_its_own_option_says()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        (await PlanAsync("-r", $"http://{silent.LocalEndpoint}/x.git::web", "--fetch-timeout", "0.2s")).Exits(4)
            .Prints("took longer than 0.2 s: try again, or wait longer with --fetch-timeout");
    }

    [Fact]
    public async Task A_URL_without_a_slash_in_its_path_names_a_repository_too() =>
        (await PlanAsync("-r", "nowhere#main::web")).Exits(3).Prints("nowhere is not a Git repository");

    [Fact]
    public async Task Offline_a_branch_has_the_commit_that_it_had_last_and_what_was_never_fetched_is_an_error()
    {
        (await PlanAsync("-r", $"{Url}#main::web", "--offline")).Exits(3)
            .Prints($"the cache of this machine lacks {Url}#main, and --offline forbids to fetch");
        await PlanAsync("-r", $"{Url}#main::web");
        repository.With("cookbooks/web/recipes/default.csx", "Log(\"later\");").Commit();

        (await PlanAsync("-r", $"{Url}#main::web", "--offline")).Exits(0).Prints("hello web");
    }

    [Fact]
    public async Task A_repository_is_a_folder_of_cookbooks()
    {
        (await PlanAsync("-r", "web", "--cookbooks", $"{Url}#v1")).Exits(0).Prints("hello web");
        (await CommandLine.RunAsync("check", "--cookbooks", $"{Url}#v1")).Exits(0).Prints("2 recipes checked, no errors");
        (await PlanAsync("-r", "wep", "--cookbooks", $"{Url}#v1")).Exits(3)
            .Prints($"there is no cookbook \"wep\" in {Url}#v1: did you mean \"web\"?");
    }

    [Fact]
    public async Task A_repository_whose_root_is_the_cookbook_runs()
    {
        using var other = new GitRepository();
        other.With("cookbook.json", """{ "name": "site" }""").With("recipes/default.csx", "Log(\"the root\");").Commit();

        (await PlanAsync("-r", $"{other.Folder}#main::site")).Exits(0).Prints("the root");
    }

    [Fact]
    public async Task A_name_comes_from_the_repository_of_the_run_list_and_others_from_the_folders()
    {
        cookbooks.With("web/recipes/default.csx", "Log(\"mine\");").With("users/recipes/default.csx", "Log(\"users\");");

        (await PlanAsync("-r", $"{Url}#v1::web", "-r", "users", "--cookbooks", cookbooks.Root)).Exits(0)
            .Prints("hello web", "users").DoesNotPrint("mine");
        (await PlanAsync("-r", $"{Url}#v1::web", "-r", $"{Url}#main::web::deploy")).Exits(0);
    }

    [Fact]
    public async Task One_cookbook_from_two_states_of_a_repository_is_refused()
    {
        repository.With("new", "").Commit();

        (await PlanAsync("-r", $"{Url}#v1::web", "-r", $"{Url}#main::web::deploy")).Exits(2)
            .Prints("the run list takes the cookbook web from two repositories");
    }

    [Fact]
    public async Task A_report_as_JSON_names_repository_and_commit()
    {
        var used = JsonNode.Parse((await PlanAsync("-r", $"{Url}#v1::web", "--json")).Exits(0).Out)!["cookbooks"]![1]!;

        Assert.Equal(
            ("web", "1.0", Url, repository.Head), ($"{used["name"]}", $"{used["version"]}", $"{used["git"]}", $"{used["commit"]}"));
    }

    [Fact]
    public async Task A_name_or_link_with_a_line_end_outside_the_cookbook_does_not_matter_and_one_inside_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(repository.Folder, "link"), "to\na\tb\rc");
        repository.With("cookbooks/alone/recipes/default.csx", "Log(\"alone\");").Commit()
            .CommitName(@"cookbooks/base/caf\351").CommitName(@"cookbooks/base/caf\350").CommitName(@"a\nb\rc\td");

        (await PlanAsync("-r", $"{Url}#main::alone")).Exits(0).Prints("alone");
        (await PlanAsync("-r", $"{Url}#main::alone")).Exits(0).Prints("alone");
        (await PlanAsync("-r", $"{Url}#main::base")).Exits(3).Prints("has a name that is not UTF-8: rename it");
    }

    [Fact]
    public async Task A_link_or_submodule_outside_the_cookbook_does_not_matter_and_one_inside_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(repository.Folder, "outside"), "/etc/passwd");
        repository.Git("update-index", "--add", "--cacheinfo", $"160000,{repository.Head},sub");
        repository.Commit("v2");
        (await PlanAsync("-r", $"{Url}#v2::web")).Exits(0).Prints("hello web");
        File.CreateSymbolicLink(Path.Combine(repository.Folder, "cookbooks/web/inside"), "/etc/passwd");
        repository.Commit("v3");

        (await PlanAsync("-r", $"{Url}#v3::web")).Exits(3).Prints(
            "cookbooks/web/inside of", "is a link to /etc/passwd, which is not a file of the cookbook");
    }

    [Fact]
    public async Task A_mistake_in_the_manifest_of_the_root_does_not_stop_other_cookbooks()
    {
        repository.With("cookbook.json", "{ not JSON").Commit("v2");

        (await PlanAsync("-r", $"{Url}#v2::web")).Exits(0).Prints("hello web");
        (await PlanAsync("-r", $"{Url}#v2::site")).Exits(3).Prints($"cookbook.json of {Url}#v2:1:3");
    }

    [Theory]
    [InlineData("""{ "extra": "../../../etc" }""", "../../../etc is not in the repository")]
    [InlineData("""{ "extra": { "git": "https://example.com/x" } }""", "csharpchef cookbook install --path cookbooks/web in a clone of file://")]
    public async Task A_dependency_that_the_repository_does_not_lock_or_have_is_refused(
        string dependencies, string expected)
    {
        repository.With("cookbooks/web/cookbook.json", $$"""{ "dependencies": {{dependencies}} }""").Commit("v2");

        (await PlanAsync("-r", $"{Url}#v2::web")).Exits(3).Prints(expected);
    }

    [Theory]
    [InlineData("#v9::web", 3, "has no branch or tag \"v9\": did you mean \"v1\"? (it has main, v1)")]
    [InlineData("#::web", 2, "name a branch, a tag or a commit after #")]
    [InlineData("-none#v1::web", 3, "cannot be fetched")]
    public async Task A_repository_or_state_that_does_not_exist_is_named(string rest, int code, string expected) =>
        (await PlanAsync("-r", Url + rest)).Exits(code).Prints(expected);

    [Fact]
    public async Task The_data_bags_of_a_repository_are_beside_its_cookbooks()
    {
        repository.With("data_bags/users/alice.json", """{ "shell": "/bin/of-the-repository" }""")
            .With("cookbooks/web/recipes/default.csx", "Log(DataBagItem(\"users\", \"alice\")[\"shell\"]);").Commit("bags");

        (await PlanAsync("-r", $"{Url}#bags::web")).Exits(0).Prints("/bin/of-the-repository");
    }

    [Fact]
    public async Task A_URL_with_a_password_is_refused_and_not_shown() =>
        (await PlanAsync("-r", "https://me:hidden@example.com/x.git#v1::web")).Exits(2)
            .Prints("the URL https://example.com/x.git has a password or token in it").DoesNotPrint("hidden");

    [Fact]
    public async Task A_repository_over_http_is_fetched_without_its_history()
    {
        // Commits of the same second with the same files have the same id, and the cache may have that of another test.
        repository.With("own", $"{Guid.NewGuid()}").Commit("v1");
        await using var server = await GitHttpServer.StartAsync(Path.GetDirectoryName(repository.Folder)!);
        var url = $"{server.Url}/{Path.GetFileName(repository.Folder)}/.git#v1";

        (await PlanAsync("-r", $"{url}::web")).Exits(0).Prints("hello web");
        var calls = server.Bodies.Count;
        (await PlanAsync("-r", $"{url}::web")).Exits(0);

        Assert.Contains("deepen 1", string.Join('\n', server.Bodies));
        Assert.Equal(calls, server.Bodies.Count);
    }

    [Fact]
    public async Task A_commit_that_only_another_repository_has_is_not_taken_from_the_cache()
    {
        using var other = new GitRepository();
        other.With("web/recipes/default.csx", "").Commit();
        (await PlanAsync("-r", $"{Url}#{repository.Head}::web")).Exits(0);

        (await PlanAsync("-r", $"file://{other.Folder}#{repository.Head}::web")).Exits(3)
            .Prints($"has no commit {repository.Head}");
    }

    [Fact]
    public async Task A_file_whose_name_has_a_line_end_is_left_out_of_every_run()
    {
        repository.With("odd\nname\t", "").Commit("v2");

        (await PlanAsync("-r", $"{Url}#v2::web")).Exits(0).Prints("hello web");
        (await PlanAsync("-r", $"{Url}#v2::web")).Exits(0).Prints("hello web");
    }

    [Fact]
    public async Task Files_of_the_cache_that_somebody_changed_or_deleted_are_fetched_again()
    {
        await PlanAsync("-r", $"{Url}#v1::web");
        var recipe = Path.Combine(Cached("files"), "cookbooks/web/recipes/default.csx");
        File.Delete(recipe);
        File.WriteAllText(recipe, "Log(\"other\");");

        (await PlanAsync("-r", $"{Url}#v1::web", "--offline")).Exits(3).Prints("the cache of this machine lacks");
        (await PlanAsync("-r", $"{Url}#v1::web")).Exits(0).Prints("hello web");

        File.Delete(recipe);
        (await PlanAsync("-r", $"{Url}#v1::web")).Exits(0).Prints("hello web");
        File.Delete(Cached("record.json"));
        (await PlanAsync("-r", $"{Url}#v1::web")).Exits(0).Prints("hello web");
    }

    [Fact]
    public async Task Files_of_the_cache_that_have_only_other_times_are_used()
    {
        await PlanAsync("-r", $"{Url}#v1::web");
        File.SetLastWriteTimeUtc(Path.Combine(Cached("files"), "cookbooks/web/recipes/default.csx"), DateTime.UnixEpoch);

        (await PlanAsync("-r", $"{Url}#v1::web", "--offline")).Exits(0).Prints("hello web");
    }

    [Fact]
    public async Task A_cookbook_of_a_repository_without_recipes_is_not_to_be_written_into_the_cache() =>
        (await PlanAsync("-r", $"{Url}#v1::base")).Exits(3)
            .Prints("cookbook \"base\" has no recipes: it has only what other cookbooks use").DoesNotPrint(".cache");

    private string Cached(string name) => Path.Combine(
        Assert.Single(Directory.GetDirectories(CacheFiles.UserFolder("repositories"), $"{repository.Head}-*")), name);

    private static Task<CommandOutcome> PlanAsync(params string[] arguments) =>
        CommandLine.RunAsync(["plan", "local", .. arguments]);
}

using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CSharpChef.Tests.Dependencies;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.Cookbooks;

[WholeSuite]
public sealed class CookbookVerbTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly GitRepository repository = new();

    public CookbookVerbTests()
    {
        repository.With("base/cookbook.json", """{ "version": "1.0" }""")
            .With("base/resources/hello.csx", "void Hello(string name) => Log($\"hello {name}\");").Commit("v1");
        cookbooks.With("web/cookbook.json", $$"""{ "version": "0.1", "dependencies": { "base": { "git": "{{repository.Folder}}", "tag": "v1" } } }""")
            .With("web/recipes/default.csx", "Hello(\"web\");");
    }

    public void Dispose()
    {
        cookbooks.Dispose();
        repository.Dispose();
    }

    [Fact]
    public async Task An_installed_dependency_is_in_scope_of_a_run()
    {
        (await CookbookAsync("install")).Exits(0).Prints($"web: + base 1.0, commit {repository.Head}");

        (await PlanAsync()).Exits(0).Prints("hello web");
    }

    [Fact]
    public async Task A_locked_dependency_that_a_recipe_includes_has_its_own_dependencies_from_the_same_lock_file()
    {
        repository.With("base/cookbook.json", """{ "version": "1.0", "dependencies": { "tools": "" } }""")
            .With("base/recipes/default.csx", "Tool();").With("base/cookbook.lock.json", "{}")
            .With("tools/resources/tool.csx", "void Tool() => Log(\"a tool\");").Commit("v1");
        cookbooks.With("web/recipes/default.csx", "Include(\"base\");");

        (await CookbookAsync("install")).Exits(0);

        (await PlanAsync()).Exits(0).Prints("a tool");
    }

    [Fact]
    public async Task A_run_without_a_lock_file_ends_with_3_and_the_command_that_writes_it() =>
        (await PlanAsync()).Exits(3).Prints($"csharpchef cookbook install --path {cookbooks["web"]}");

    [Fact]
    public async Task A_run_fetches_what_the_cache_lacks_unless_it_is_offline()
    {
        await CookbookAsync("install");
        var document = JsonNode.Parse((await CookbookAsync("list", "--json")).Exits(0).Out)!;
        var hash = document["cookbooks"]![0]!["locked"]![0]!["hash"]!.GetValue<string>();
        var folder = (await CookbookAsync("list")).Out.Split('(')[1].Split(')')[0];
        Assert.EndsWith(hash.Split(':')[1], folder, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);

        (await PlanAsync("--offline")).Exits(3).Prints("the cache of this machine lacks base, and --offline forbids to fetch");
        (await CookbookAsync("list")).Exits(0).Prints("(not fetched yet)");
        (await PlanAsync()).Exits(0).Prints("hello web");
    }

    [Fact]
    public async Task Outdated_lists_a_tag_that_has_another_commit_and_update_locks_it()
    {
        await CookbookAsync("install");
        (await CookbookAsync("outdated")).Exits(0).Prints("web: nothing newer");
        var before = repository.Head;
        repository.With("base/cookbook.json", """{ "version": "1.1" }""").Commit("v1");

        (await CookbookAsync("outdated")).Exits(0)
            .Prints($"web: base 1.0, commit {before}, update: 1.1, commit {repository.Head}");
        (await CookbookAsync("update", "base")).Exits(0)
            .Prints($"web: ~ base 1.0, commit {before} -> 1.1, commit {repository.Head}");
    }

    [Fact]
    public async Task A_report_names_the_commit_that_ran_or_the_folder_that_won_over_the_lock_file()
    {
        await CookbookAsync("install");

        (await PlanAsync("-v")).Exits(0).Prints($"used base 1.0, commit {repository.Head}");
        var used = JsonNode.Parse((await PlanAsync("--json")).Exits(0).Out)!["cookbooks"]![0]!;
        Assert.Equal(
            ("base", "1.0", repository.Folder, repository.Head),
            ($"{used["name"]}", $"{used["version"]}", $"{used["git"]}", $"{used["commit"]}"));

        cookbooks.With("base/resources/hello.csx", "void Hello(string name) => Log(\"mine\");");
        var won = JsonNode.Parse((await PlanAsync("--json")).Exits(0).Out)!["cookbooks"]![0]!;
        Assert.Equal((cookbooks["base"], null, null), ($"{won["folder"]}", won["commit"], won["version"]));
        Assert.Equal(repository.Head, $"{won["inPlaceOf"]!["commit"]}");
        (await PlanAsync()).Exits(0).Prints(
            "mine", "used base from ", $", in place of 1.0, commit {repository.Head}, which the lock file pins");
    }

    [Fact]
    public async Task The_tree_shows_who_depends_on_what()
    {
        await CookbookAsync("install");

        (await CookbookAsync("tree")).Exits(0).Prints($"web 0.1\n  base 1.0 from {repository.Folder} at tag v1");
    }

    [Fact]
    public async Task A_tree_in_which_many_share_dependencies_has_each_once()
    {
        for (var level = 0; level < 22; level++)
        {
            var next = level == 21 ? "" : $"\"a{level + 1}\", \"b{level + 1}\"";
            cookbooks.With($"a{level}/cookbook.json", $$"""{ "dependencies": [{{next}}] }""")
                .With($"b{level}/cookbook.json", $$"""{ "dependencies": [{{next}}] }""");
        }

        cookbooks.With("web/cookbook.json", """{ "dependencies": { "a0": { "version": "0" }, "b0": "" } }""")
            .With("a0/cookbook.json", """{ "version": "1", "dependencies": ["a1", "b1"] }""");
        var tree = (await CookbookAsync("tree")).Exits(0).Prints("web without version\n  a0 1 (wanted: 0)\n    a1").Out;
        var json = JsonNode.Parse((await CookbookAsync("tree", "--json")).Exits(0).Out)!["cookbooks"]![0]!;

        Assert.True(tree.Split('\n').Length < 100);
        Assert.Contains("b0 without version\n    a1 without version (see above)\n", tree, StringComparison.Ordinal);
        Assert.Equal("0", $"{json["dependencies"]![0]!["wanted"]}");
        Assert.True((bool)json["dependencies"]![1]!["dependencies"]![0]!["repeated"]!);
    }

    [Fact]
    public async Task One_cookbook_that_cannot_be_locked_does_not_stop_the_others()
    {
        cookbooks.With("a/cookbook.json", "{ not JSON").With("b/cookbook.json", """{ "dependencies": { "x": { "git": "/nowhere/at/all" } } }""");
        string[] all = ["cookbook", "install", "--path", cookbooks.Root];

        (await CommandLine.RunAsync(all)).Exits(3)
            .Prints("a/cookbook.json:1:3", "/nowhere/at/all is not a Git repository", "web: + base 1.0");
        var read = JsonNode.Parse((await CommandLine.RunAsync([.. all, "--json"])).Exits(3).Out)!["cookbooks"]!.AsArray();
        (await CommandLine.RunAsync("cookbook", "update", "base", "--path", cookbooks.Root)).Exits(3)
            .Prints("a/cookbook.json:1:3", "web: 1 cookbook locked");

        Assert.Equal(["a", "b", "web"], read.Select(each => $"{each!["name"]}"));
        Assert.Contains("is not a Git repository", $"{read[1]!["error"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_and_what_is_outdated_need_a_lock_file_that_fits()
    {
        (await CookbookAsync("list")).Exits(3).Prints("web has no cookbook.lock.json");
        (await CookbookAsync("outdated")).Exits(3).Prints("web has no cookbook.lock.json");
        await CookbookAsync("install");
        cookbooks.With("web/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{repository.Folder}}", "tag": "v2" } } }""");

        (await CookbookAsync("list")).Exits(3).Prints("does not fit this: it does not lock base");
        (await CookbookAsync("outdated")).Exits(3).Prints("does not fit this: it does not lock base");
    }

    [Fact]
    public async Task Outdated_names_a_later_tag_than_the_one_in_the_manifest()
    {
        await CookbookAsync("install");
        repository.With("base/new", "").Commit("v1.1").With("base/new", "2").Commit("v2.0-beta");

        (await CookbookAsync("outdated")).Exits(0).Prints("newest: v1.1");
    }

    [Fact]
    public async Task A_list_as_JSON_has_the_tag_and_the_place_on_disk()
    {
        await CookbookAsync("install");

        var read = JsonNode.Parse((await CookbookAsync("list", "--json")).Exits(0).Out)!["cookbooks"]![0]!["locked"]![0]!;

        Assert.Equal("v1", $"{read["tag"]}");
        Assert.True(Directory.Exists($"{read["place"]}"));
    }

    [Fact]
    public async Task Two_cookbooks_of_a_run_that_lock_two_tags_are_told_to_name_the_same()
    {
        repository.With("base/new", "").Commit("v2");
        cookbooks.With("site/recipes/default.csx", "").With(
            "site/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{repository.Folder}}", "tag": "v2" } } }""");
        (await CommandLine.RunAsync("cookbook", "install", "--path", cookbooks.Root)).Exits(0);

        (await PlanAsync("-r", "site")).Exits(3)
            .Prints("name the same source of base in the cookbook.json of both", "at tag v1").DoesNotPrint("cookbook update");
    }

    [Fact]
    public async Task A_file_in_the_place_of_a_copy_or_of_the_folder_is_left_alone()
    {
        await CookbookAsync("install");
        cookbooks.With("file", "").With("folder/base", "");

        (await CookbookAsync("vendor", cookbooks["file"])).Exits(3).Prints("file is a file: name a folder");
        (await CookbookAsync("vendor", cookbooks["folder"])).Exits(3)
            .Prints("folder/base is not a copy that vendor has made");
    }

    [Fact]
    public async Task A_vendor_that_was_interrupted_can_be_repeated()
    {
        await CookbookAsync("install");
        Directory.CreateDirectory(cookbooks["vendored/base"]);
        Directory.CreateDirectory(cookbooks["vendored/base.new"]);
        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(3);
        Directory.Delete(cookbooks["vendored/base"]);
        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(0);
        var record = File.ReadAllText(cookbooks["vendored/.vendored.json"]);
        var hash = record.Split('"')[3];
        File.WriteAllText(cookbooks["vendored/.vendored.json"], record.Replace($"\"{hash}\"", $"[\"{hash}\", \"sha256:other\"]", StringComparison.Ordinal));

        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(0);

        Assert.Equal(record, File.ReadAllText(cookbooks["vendored/.vendored.json"]));
        Assert.False(Directory.Exists(cookbooks["vendored/base.new"]));
    }

    [Fact]
    public async Task A_vendored_dependency_needs_no_lock_file()
    {
        await CookbookAsync("install");
        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(0).Prints("1 cookbook copied to ");
        File.Delete(cookbooks["web/cookbook.lock.json"]);

        (await PlanAsync("--cookbooks", cookbooks["vendored"])).Exits(0).Prints("hello web");
    }

    [Fact]
    public async Task A_folder_without_cookbooks_and_a_name_that_is_not_locked_are_refused()
    {
        Directory.CreateDirectory(cookbooks["empty"]);

        (await CommandLine.RunAsync("cookbook", "install", "--path", cookbooks["empty"])).Exits(2)
            .Prints("is neither a cookbook nor a folder of cookbooks: name one with --path");
        await CookbookAsync("install");
        (await CookbookAsync("update", "bass")).Exits(2)
            .Prints("no lock file has the cookbook or package \"bass\": did you mean \"base\"?");
    }

    [Fact]
    public async Task Vendor_fetches_what_the_cache_lacks_and_replaces_its_own_copies_only()
    {
        await CookbookAsync("install");
        Directory.Delete((await CookbookAsync("list")).Out.Split('(')[1].Split(')')[0], recursive: true);
        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(0);
        repository.With("base/files/new", "").Commit("v1");
        await CookbookAsync("update");

        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(0);
        Assert.True(File.Exists(cookbooks["vendored/base/files/new"]));

        File.WriteAllText(cookbooks["vendored/base/files/new"], "mine");
        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(3)
            .Prints("vendored/base is a copy that was changed: remove it, or name another folder");
        Assert.Equal("mine", File.ReadAllText(cookbooks["vendored/base/files/new"]));
    }

    [Fact]
    public async Task Vendor_leaves_folders_alone_that_it_has_not_made_and_deletes_copies_that_nothing_needs()
    {
        cookbooks.With("mine/base/a.txt", "");
        await CookbookAsync("install");
        (await CookbookAsync("vendor", cookbooks["mine"])).Exits(3)
            .Prints("mine/base is not a copy that vendor has made");
        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(0);
        cookbooks.With("web/cookbook.json", "{}");
        await CookbookAsync("install");

        (await CookbookAsync("vendor", cookbooks["vendored"])).Exits(0).Prints("0 cookbooks copied");

        Assert.False(Directory.Exists(cookbooks["vendored/base"]));
    }

    [Fact]
    public async Task A_check_fetches_and_sees_each_cookbook_with_its_own_lock_file()
    {
        repository.With("base/resources/hello.csx", "void Bye(string name) => Log(name);").Commit("v2");
        cookbooks.With("site/recipes/default.csx", "Bye(\"site\");").With(
            "site/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{repository.Folder}}", "tag": "v2" } } }""");
        (await CommandLine.RunAsync("cookbook", "install", "--path", cookbooks.Root)).Exits(0);
        foreach (var place in (await CommandLine.RunAsync("cookbook", "list", "--path", cookbooks.Root)).Out.Trim().Split('\n'))
        {
            Directory.Delete(place.Split('(')[1].Split(')')[0], recursive: true);
        }

        (await CommandLine.RunAsync("check", cookbooks.Root, "--offline")).Exits(3)
            .Prints("web/cookbook.lock.json: the cache of this machine lacks base, and --offline forbids to fetch");
        (await CommandLine.RunAsync("check", cookbooks.Root)).Exits(0).Prints("2 recipes checked, no errors");
    }

    [Fact]
    public async Task An_update_of_one_name_leaves_cookbooks_alone_that_do_not_lock_it()
    {
        cookbooks.With("site/cookbook.json", """{ "dependencies": { "tools": { "git": "/nowhere/at/all" } } }""");
        await CookbookAsync("install");

        (await CommandLine.RunAsync("cookbook", "update", "base", "--path", cookbooks.Root)).Exits(0)
            .Prints("web: 1 cookbook locked").DoesNotPrint("site");
    }

    [Fact]
    public async Task Names_alone_are_found_in_the_folders_that_are_given()
    {
        using var others = new CookbookFolder();
        others.With("users/x", "");
        cookbooks.With("web/cookbook.json", """{ "dependencies": [ "users" ] }""");

        (await CookbookAsync("install")).Exits(3).Prints("there is no cookbook \"users\"");
        (await CookbookAsync("install", "--cookbooks", others.Root)).Exits(0).Prints("web: nothing to lock");
    }

    [Fact]
    public async Task A_source_without_an_answer_ends_at_the_time_limit_with_4()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        cookbooks.With("web/cookbook.json", $$"""{ "dependencies": { "base": { "git": "http://{{silent.LocalEndpoint}}/x.git" } } }""");

        (await CookbookAsync("install", "--timeout", "0.2s")).Exits(4)
            .Prints("Fetching what web depends on took longer than 0.2 s: try again, or wait longer with");
    }

    private Task<CommandOutcome> CookbookAsync(params string[] arguments) =>
        CommandLine.RunAsync(["cookbook", .. arguments, "--path", cookbooks["web"]]);

    private Task<CommandOutcome> PlanAsync(params string[] arguments) =>
        CommandLine.RunAsync(["plan", "local", "-r", "web", "--cookbooks", cookbooks.Root, .. arguments]);
}

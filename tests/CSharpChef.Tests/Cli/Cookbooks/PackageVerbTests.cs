using System.Text.Json.Nodes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.Cookbooks;

[WholeSuite]
public sealed class PackageVerbTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly FolderFeed feed = new();

    public PackageVerbTests()
    {
        feed.WithLibrary("Tools", "1.0.0", "public static class Tools { public static string Name => \"tools\"; }")
            .WithLibrary("Acme", "1.0.0", "public static class Acme { public static string Name => \"acme\"; }", "Tools 1.0.0");
        cookbooks.With("nuget.config", feed.Config).With("base/cookbook.json", "{}")
            .With("base/resources/hello.csx", "#:package Tools@1.0.0\nvoid Hello() => Log($\"hello {Tools.Name}\");")
            .With("web/cookbook.json", """{ "version": "0.1", "dependencies": ["base"] }""")
            .With("web/recipes/default.csx", "#:package Acme@1.*\nHello();\nLog($\"hello {Acme.Name}\");");
    }

    public void Dispose()
    {
        cookbooks.Dispose();
        feed.Dispose();
    }

    [Fact]
    public async Task An_installed_package_is_in_scope_of_a_run()
    {
        (await CookbookAsync("install")).Exits(0)
            .Prints("web: + package Acme 1.0.0\nweb: + package Tools 1.0.0\nweb: 2 packages locked in ");
        (await CookbookAsync("install")).Exits(0).Prints(", unchanged");

        (await PlanAsync()).Exits(0).Prints("hello tools", "hello acme");
    }

    [Fact]
    public async Task A_cookbook_without_cookbook_json_and_cookbooks_of_a_folder_are_installed()
    {
        cookbooks.With("plain/recipes/default.csx", "#:package Tools@1.0.0\nLog(Tools.Name);");

        (await CommandLine.RunAsync("cookbook", "install", "--path", cookbooks.Root)).Exits(0)
            .Prints("base: 1 package locked in ", "plain: 1 package locked in ", "web: 2 packages locked in ");
        (await CommandLine.RunAsync("check", cookbooks.Root)).Exits(0).Prints("2 recipes checked, no errors");
    }

    [Fact]
    public async Task A_run_without_a_lock_file_ends_with_3_and_the_command_that_writes_it() =>
        (await PlanAsync()).Exits(3).Prints(
            $"{cookbooks["base"]}/resources/hello.csx:1:1: error: web has no cookbook.lock.json, which pins the NuGet package Tools: write it with csharpchef cookbook install --path {cookbooks["web"]}");

    [Fact]
    public async Task A_run_fetches_packages_that_the_folder_of_packages_lacks_unless_it_is_offline()
    {
        await CookbookAsync("install");
        Directory.Delete(feed.Installed, recursive: true);

        (await PlanAsync("--offline")).Exits(3)
            .Prints("NuGet's folder of packages lacks Acme 1.0.0, Tools 1.0.0, and --offline forbids to fetch: run once without it");
        (await CookbookAsync("list")).Exits(0).Prints("web: package Acme 1.0.0 (not fetched yet)");
        (await PlanAsync()).Exits(0).Prints("hello acme");
        (await PlanAsync("--offline")).Exits(0).Prints("hello acme");
    }

    [Fact]
    public async Task List_and_tree_show_packages_and_who_needs_them()
    {
        await CookbookAsync("install");

        (await CookbookAsync("list")).Exits(0)
            .Prints($"web: package Acme 1.0.0 ({feed.Installed}/acme/1.0.0)\nweb: package Tools 1.0.0 (");
        (await CookbookAsync("tree")).Exits(0).Prints("""
            web 0.1
              base without version
                package Tools 1.0.0 (wanted: 1.0.0)
              package Acme 1.0.0 (wanted: 1.*)
                package Tools 1.0.0

            """);

        var listed = JsonNode.Parse((await CookbookAsync("list", "--json")).Exits(0).Out)!["cookbooks"]![0]!["packages"]!;
        Assert.Equal(["Acme", "Tools"], listed.AsArray().Select(each => $"{each!["id"]}"));
        Assert.Equal("[\"Tools\"]", listed[0]!["dependencies"]!.ToJsonString());
        var tree = JsonNode.Parse((await CookbookAsync("tree", "--json")).Exits(0).Out)!["cookbooks"]![0]!;
        Assert.Equal("Tools", $"{tree["packages"]![0]!["dependencies"]![0]!["id"]}");
        Assert.Equal("Tools", $"{tree["dependencies"]![0]!["packages"]![0]!["id"]}");
    }

    [Fact]
    public async Task Outdated_lists_newer_versions_and_update_locks_what_scripts_allow()
    {
        await CookbookAsync("install");
        (await CookbookAsync("outdated")).Exits(0).Prints("web: nothing newer");
        feed.WithLibrary("Acme", "1.2.0", "public static class Acme { public static string Name => \"new acme\"; }", "Tools 1.0.0")
            .WithLibrary("Acme", "2.0.0", "").WithLibrary("Acme", "3.0.0-beta", "").WithLibrary("Tools", "1.1.0", "");

        (await CookbookAsync("outdated")).Exits(0)
            .Prints("web: package Acme 1.0.0, update: 1.2.0, newest: 2.0.0", "web: package Tools 1.0.0, update: 1.0.0, newest: 1.1.0");
        var outdated = JsonNode.Parse((await CookbookAsync("outdated", "--json")).Exits(0).Out)!["cookbooks"]![0]!;
        Assert.Equal("1.2.0", $"{outdated["outdatedPackages"]![0]!["update"]}");
        (await CookbookAsync("update", "Acmee")).Exits(2)
            .Prints("no lock file has the cookbook or package \"Acmee\": did you mean \"Acme\"?");
        (await CookbookAsync("update", "acme")).Exits(0).Prints("web: ~ package Acme 1.0.0 -> 1.2.0");

        (await PlanAsync()).Exits(0).Prints("hello new acme");
    }

    [Fact]
    public async Task Warnings_of_a_feed_are_printed_by_install_and_outdated_and_repeated_by_check_offline()
    {
        await using var http = await HttpFeed.StartAsync(feed);
        http.Deprecate("Acme", "1.0.0", "Legacy", "no longer\nkept\u001b[2J", "Better")
            .AddVulnerability("tools", "[1.0,1.1)", 2, "https://example.com/advisory")
            .AddVulnerability("acme", "[2.0,)", 3, "https://example.com/other");
        cookbooks.With("nuget.config", feed.ConfigFor(http.Url));
        string[] warnings =
        [
            "the NuGet package Acme 1.0.0 is deprecated (Legacy): no longer kept [2J; use Better instead",
            "the NuGet package Tools 1.0.0 has a known vulnerability of high severity: https://example.com/advisory",
        ];

        string[] printed = [.. warnings.Select(warning => $"web: warning: {warning}")];

        (await CookbookAsync("install")).Exits(0).Prints(printed).DoesNotPrint("https://example.com/other");
        (await CookbookAsync("outdated")).Exits(0).Prints(printed);
        var asked = http.Asked.Count;
        var lockFile = cookbooks["web/cookbook.lock.json"];
        (await CommandLine.RunAsync("check", cookbooks["web"])).Exits(0)
            .Prints([.. warnings.Select(warning => $"{lockFile}: warning: {warning}")])
            .Prints("1 recipe checked, no errors");
        Assert.Equal(asked, http.Asked.Count);
    }

    [Fact]
    public async Task Packages_lie_in_the_folder_that_NUGET_PACKAGES_names()
    {
        using var tool = new Tool();
        tool.Variables["NUGET_PACKAGES"] = tool.PathOf("packages");

        (await tool.RunAsync("cookbook", "install", "--path", cookbooks["web"])).Exits(0);

        Assert.True(File.Exists(tool.PathOf("packages/acme/1.0.0/lib/net8.0/Acme.dll")));
        (await tool.RunAsync("show", "resources", "local", "-r", "web", "--cookbooks", cookbooks.Root, "--offline")).Exits(0)
            .Prints("hello acme");
        Assert.False(Directory.Exists(feed.Installed));
    }

    private Task<CommandOutcome> CookbookAsync(params string[] arguments) =>
        CommandLine.RunAsync(["cookbook", .. arguments, "--path", cookbooks["web"]]);

    private Task<CommandOutcome> PlanAsync(params string[] arguments) =>
        CommandLine.RunAsync(["plan", "local", "-r", "web", "--cookbooks", cookbooks.Root, .. arguments]);
}

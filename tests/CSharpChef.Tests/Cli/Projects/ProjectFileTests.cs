using System.Text;
using System.Text.RegularExpressions;
using CSharpChef.Cli.Inventory;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.Projects;

public sealed class ProjectFileTests : IDisposable
{
    private readonly CookbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_nearest_project_file_above_the_folder_counts_and_its_paths_start_at_its_folder()
    {
        folder.With("csharpchef.json", """{ "inventory": "outer.json" }""")
            .With("a/csharpchef.json", """{ "cookbooks": ["cookbooks", "../shared"], "inventory": "hosts.json" }""")
            .With("a/b/c/file", "");

        var file = ProjectFile.Find(folder["a/b/c"])!;

        Assert.Equal(folder["a/csharpchef.json"], file.Path);
        Assert.Equal([folder["a/cookbooks"], folder["shared"]], file.Cookbooks);
        Assert.Equal(folder["a/hosts.json"], file.Inventory);
        Assert.Equal([folder["cookbooks"]], ProjectFile.Find(folder.Root)!.Cookbooks);
    }

    [Fact]
    public void A_host_gets_the_run_lists_of_its_groups_in_order_and_their_attributes_between_defaults_and_its_own()
    {
        var project = Read("""
            {
              "groups": {
                "all": { "runList": ["base"], "attributes": { "n": { "all": 1, "web": 1, "own": 1, "defaults": 1 } } },
                "web": { "runList": ["nginx", "base", "site::deploy"], "attributes": { "n": { "web": 2, "own": 2 } } },
                "*2": { "runList": ["second"] }
              }
            }
            """);
        var hosts = InventoryFile.Parse("hosts.json", """
            {
              "defaults": { "attributes": { "n": { "defaults": 0, "web": 0 } } },
              "hosts": {
                "web1": { "groups": ["web"], "attributes": { "n": { "own": 3 } } },
                "db2": {}
              }
            }
            """).With(project.Groups, _ => false);

        var (web, db) = (hosts.Find("web1").Single(), hosts.Find("db2").Single());

        Assert.Equal("base::default, nginx::default, site::deploy", string.Join(", ", web.RunList));
        Assert.Equal("base::default, second::default", string.Join(", ", db.RunList));
        var merged = new NodeAttributes(web.Attributes);
        Assert.Equal("""{"n":{"defaults":1,"web":2,"all":1,"own":3}}""", merged.Merged.ToJsonString());
        Assert.Equal("group web of " + Shown, merged.Origins["n.web"]);
        Assert.Equal($"group web of {Shown}:4:83", merged.OriginOf("n.web"));
        Assert.Empty(hosts.Find("other@machine").Single().RunList);
    }

    [Fact]
    public void A_project_file_that_is_a_link_to_nothing_is_an_error_that_names_its_target()
    {
        File.CreateSymbolicLink(folder["csharpchef.json"], "missing.json");

        var error = Assert.Throws<UsageException>(() => ProjectFile.Find(folder.Root));

        Assert.EndsWith("csharpchef.json: it is a link to missing.json, which does not exist", error.Message);
    }

    [Theory]
    [InlineData("""{ "cookboks": "x" }""", ":1:3: \"cookboks\" is not a key of csharpchef.json: did you mean \"cookbooks\"? (the keys are cookbooks, inventory, groups)")]
    [InlineData("{ \"groups\": {\n \"web\": { \"runlist\": [] } } }", ":2:11: \"runlist\" is not a key of a group: did you mean \"runList\"? (the keys are runList, attributes)")]
    [InlineData("""{ "groups": [] }""", ":1:3: \"groups\" must be an object { ... }")]
    [InlineData("""{ "groups": { "web": { "runList": [5] } } }""", ":1:36: \"runList[0]\" must be the name of a recipe, such as \"web::deploy\", and is 5")]
    [InlineData("""{ "groups": { "web": { "runList": "web" } } }""", ":1:24: \"runList\" must be a list, and is \"web\": write a list, such as [\"web\"]")]
    [InlineData("""{ "cookbooks": ["a", 3] }""", ":1:22: \"cookbooks[1]\" must be the name of a folder, and is 3")]
    [InlineData("", ":1:1: the text is empty: write an object { ... }")]
    [InlineData("// nothing\n", ":2:1: the text is empty: write an object { ... }")]
    [InlineData("{\n  \"groups\": {", ":2:14: the text ends too early: a quote, a { or a [ is not closed")]
    [InlineData("{ \"groups\": ", "the text ends too early")]
    [InlineData("{ \"grou", "the text ends too early")]
    [InlineData("""{ "groups": { "web": { "runList": ["a b"] } } }""", ":1:36: \"a b\" is not the name of a recipe")]
    [InlineData("""{ "groups": { "web": { "attributes": 1 } } }""", ":1:24: \"attributes\" must be an object { ... }")]
    [InlineData("""{ "inventory": null }""", ":1:3: \"inventory\" must be the name of a file, and is null")]
    [InlineData("{\n  \"groups\": }", ":2:13: ")]
    public void An_error_in_a_project_file_names_its_key_with_line_and_column(string json, string message) =>
        Assert.Matches($"^{Regex.Escape(Shown)}.*{Regex.Escape(message)}", Assert.Throws<UsageException>(() => Read(json)).Message);

    [Fact]
    public void A_group_of_the_project_that_has_no_host_is_noted_and_the_group_that_may_be_meant_is_named()
    {
        var project = Read("""
            { "groups": { "all": {}, "web": {}, "wbe": {}, "db*": {}, "w*1": {}, "web1": {} } }
            """);
        var hosts = InventoryFile.Parse("hosts.json", """{ "hosts": { "web1": { "groups": ["web"] } } }""")
            .With(project.Groups, _ => false);

        Assert.Equal(
            [
                "no host of hosts.json is in the group \"wbe\": did you mean \"web\"?",
                "no host of hosts.json matches \"db*\"",
                "\"web1\" is a host of hosts.json and not a group: give it a group there, and name that",
            ],
            hosts.UnusedGroups().Select(hosts.NoteOfUnused));
        Assert.Equal($"{Shown}:1:37", project.PlaceOf("groups.wbe"));
        Assert.Empty(HostInventory.Empty.With(project.Groups, _ => false).UnusedGroups());
    }

    [Fact]
    public void An_inventory_that_the_project_names_and_that_is_missing_is_an_error_at_its_line()
    {
        var project = Read("{\n  \"inventory\": \"hostz.json\" }");

        var error = Assert.Throws<UsageException>(() => ProjectCheck.RequireInventory(project));

        Assert.Equal($"{Shown}:2:3: there is no inventory {ShownPath.Of(folder["hostz.json"])}", error.Message);
    }

    [Theory]
    [InlineData("web", 5, "there is no cookbook \"web\" in ")]
    [InlineData("site::deplyo", 5, "cookbook \"site\" has no recipe \"deplyo\": did you mean \"deploy\"?")]
    [InlineData("empty", 5, "cookbook \"empty\" has no recipes")]
    public void A_recipe_of_a_run_list_that_does_not_exist_is_an_error_at_its_line(
        string recipe, int line, string message)
    {
        var project = Read($$"""
            {
              "groups": {
                "a.b": { "runList": [
                  "site::deploy",
                  "{{recipe}}" ] }
              }
            }
            """);
        var cookbooks = new CookbookStore([folder.With("site/recipes/deploy.csx", "").With("empty/README.md", "").Root]);

        var error = Assert.Throws<RecipeException>(
            () => ProjectCheck.RequireRecipes(project, cookbooks, project.Groups.Groups[0].RunList));

        Assert.StartsWith($"{Shown}:{line}:7: {message}", error.Message);
        ProjectCheck.RequireRecipes(project, cookbooks, [RunListItem.Parse("site::deploy")]);
    }

    [Theory]
    [InlineData(0b110_110_110, "every user may write to it")]
    [InlineData(0b110_100_110, "every user may write to it")]
    [InlineData(0b110_100_100, null)]
    public void A_project_file_that_every_user_may_write_to_is_refused(int mode, string? reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions");
        folder.With("csharpchef.json", "{}");
        LocalShell.Run("chmod", Convert.ToString(mode, 8), folder["csharpchef.json"]);

        var error = Record.Exception(() => ProjectFile.Find(folder.Root));

        Assert.Equal(reason is null, error is null);
        Assert.True(
            error is null || error is UsageException && error.Message.Contains(reason!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("777", "every user may write to its folder ")]
    [InlineData("1777", null)]
    [InlineData("755", null)]
    public void A_project_file_in_a_folder_where_others_can_replace_it_is_refused(string mode, string? reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions");
        folder.With("open/csharpchef.json", "{}").With("linked/file", "");
        LocalShell.Run("chmod", "644", folder["open/csharpchef.json"]);
        LocalShell.Run("chmod", mode, folder["open"]);
        File.CreateSymbolicLink(folder["linked/csharpchef.json"], folder["open/csharpchef.json"]);

        Assert.All(["open", "linked"], at => Assert.Equal(
            reason is null ? null : $"{reason}{folder["open"]}", ReasonOf(folder[at])));
    }

    private static string? ReasonOf(string folder) =>
        Record.Exception(() => ProjectFile.Find(folder))?.Message.Split(" since ")[1].Split(": it decides")[0];

    [Fact]
    public void A_project_file_of_another_user_is_refused_and_the_user_is_named()
    {
        Assert.SkipUnless(
            Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "only root can give a file away");
        folder.With("csharpchef.json", "{}");
        LocalShell.Run("chown", "65534", folder["csharpchef.json"]);

        var error = Assert.Throws<UsageException>(() => ProjectFile.Find(folder.Root));

        Assert.Contains(
            "csharpchef.json is not used, since it belongs to nobody, and not to you or root", error.Message);
    }

    private string Shown => ShownPath.Of(folder["csharpchef.json"]);

    private ProjectFile Read(string json) =>
        new ProjectReader(Encoding.UTF8.GetBytes(json), folder["csharpchef.json"]).Read();
}

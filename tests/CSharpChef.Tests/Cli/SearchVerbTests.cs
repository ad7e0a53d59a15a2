using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli;

public sealed class SearchVerbTests : IDisposable
{
    private readonly CookbookFolder folder = new();

    public SearchVerbTests() => folder.With("hosts.json", """
        { "defaults": { "attributes": { "site": { "port": 80 } } },
          "hosts": { "web1": { "address": "192.0.2.11", "groups": ["web", "eu"], "attributes": { "site": { "port": 81 } } },
                     "db1": { "groups": ["db"] } } }
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_hosts_that_match_are_printed_in_the_order_of_their_names()
    {
        var found = (await SearchAsync("*:*")).Exits(0);

        Assert.Equal("db1   db1         db\nweb1  192.0.2.11  web, eu\n", found.Out);
        Assert.Equal("2 hosts\n", found.Error);
    }

    [Fact]
    public async Task Attributes_of_the_hosts_are_printed_by_their_paths() => Assert.Equal(
        "web1  192.0.2.11  web, eu\n  site.port = 81\n  nothing = null\n",
        (await SearchAsync("site_port:81", "-a", "site.port", "-a", "nothing")).Exits(0).Out);

    [Fact]
    public async Task An_attribute_that_no_host_has_is_noted_with_a_similar_one() => Assert.Equal(
        "no host has the attribute or fact \"site.prot\": did you mean \"site.port\"?\n1 host\n",
        (await SearchAsync("name:web1", "-a", "site.prot", "-a", "site.port")).Exits(0).Error);

    [Fact]
    public async Task A_fact_that_was_never_read_is_not_known()
    {
        var found = (await SearchAsync("*:*", "-a", "platform")).Exits(0);

        Assert.Equal("db1   db1         db\n  platform = not known\nweb1  192.0.2.11  web, eu\n  platform = not known\n", found.Out);
        found.Prints("platform is not known: ", "csharpchef show facts db1", "(and those of 1 other host)\n");
        var json = (await SearchAsync("name:web1", "-a", "platform", "--json")).Exits(0);
        Assert.Contains("\"hasFacts\":false,\"attributes\":{\"platform\":null}", json.Out);
        json.Prints("platform is not known: ");
    }

    [Fact]
    public async Task Names_alone_are_the_targets_of_another_command() =>
        Assert.Equal("web1\n", (await SearchAsync("group:web -group:db", "--names")).Exits(0).Out);

    [Fact]
    public async Task JSON_has_a_member_for_each_host()
    {
        var hosts = (await SearchAsync("name:web1", "--json", "-a", "site.port")).Exits(0).Json.GetProperty("hosts");

        Assert.Equal(
            """[{"name":"web1","address":"192.0.2.11","groups":["web","eu"],"hasFacts":false,"attributes":{"site.port":81}}]""",
            hosts.GetRawText());
    }

    [Fact]
    public async Task A_field_that_no_host_has_matches_nothing_and_is_noted_with_a_similar_one()
    {
        var found = (await SearchAsync("site.prot:81")).Exits(0);

        Assert.Equal("", found.Out);
        Assert.Equal("no host has the field \"site.prot\": did you mean \"site.port\"?\n0 hosts\n", found.Error);
    }

    [Fact]
    public async Task A_query_that_is_not_understood_is_a_usage_error_with_the_position() =>
        (await SearchAsync("(name:web1")).Exits(2).Prints(
            "the search query is wrong at character 1: this parenthesis is not closed\n    (name:web1\n    ^");

    [Fact]
    public async Task A_query_that_needs_facts_which_were_never_read_names_the_command_that_reads_them() =>
        (await SearchAsync("platform:debian")).Exits(2).Prints(
            $"get them with csharpchef show facts db1 --inventory {folder["hosts.json"]} (and those of web1)");

    [Fact]
    public async Task A_search_without_an_inventory_is_a_usage_error() =>
        (await CommandLine.RunAsync("search", "name:web1")).Exits(2)
            .Prints("there is no inventory: name its file with --inventory FILE, or in csharpchef.json");

    [Fact]
    public async Task Names_and_JSON_exclude_each_other() =>
        (await SearchAsync("*:*", "--names", "--json")).Exits(2).Prints("--names excludes --json and --attribute");

    private Task<CommandOutcome> SearchAsync(params string[] arguments) =>
        CommandLine.RunAsync(["search", "-i", folder["hosts.json"], .. arguments]);
}

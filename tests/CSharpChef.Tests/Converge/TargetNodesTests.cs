using System.Text.Json.Nodes;
using CSharpChef.Converge;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge;

public sealed class TargetNodesTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("target-nodes-");
    private readonly FactsCache cache;
    private int reads;

    public TargetNodesTests() => cache = new FactsCache(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Nodes_have_the_name_address_groups_and_attributes_of_their_targets_in_the_order_of_their_names()
    {
        var nodes = NodesOf(Db("db2"), Db("db1"));

        Assert.Equal(["db1", "db2"], nodes.Select(node => node.Name));
        Assert.Equal(("192.0.2.7", "db"), (nodes[0].Address, string.Join(' ', nodes[0].Groups)));
        Assert.Equal(5432, (int)nodes[0]["db.port"]);
        Assert.Equal(new DbOptions(5432), nodes[0].Bind<DbOptions>("db"));
    }

    [Fact]
    public void A_level_of_a_node_may_change_a_list_of_a_cookbook_that_is_not_loaded()
    {
        var node = NodesOf(Db("db1", """{ "users+": ["ann"], "g++": { "version": 12 } }"""))[0];

        Assert.Equal(["ann"], node["users"].Items.Select(item => item.ToString()));
        Assert.Equal(12, (int)node["g++.version"]);
    }

    [Fact]
    public void The_targets_are_read_at_the_first_use_and_once_for_all_runs()
    {
        var source = SourceOf(Db("db1"));
        Assert.Equal(0, reads);

        source.NodesFor(Current());
        source.NodesFor(Current());

        Assert.Equal(1, reads);
    }

    [Fact]
    public void The_facts_of_a_node_are_those_that_are_cached_for_its_account_and_address()
    {
        cache.Save("ops", "192.0.2.7", 2222, FactsOf("database"));

        var node = NodesOf(Db("db1"))[0];

        Assert.True(node.HasFacts);
        Assert.Equal("database", node.Hostname);
    }

    [Fact]
    public void A_fact_of_a_node_without_cached_facts_is_an_error_with_the_command_that_reads_them()
    {
        const string Missing =
            "no facts of db1 are cached: get them with csharpchef show facts db1 -i 'my hosts.json'";
        var node = NodesOf(Db("db1"))[0];

        Assert.False(node.HasFacts);
        Assert.Equal(Missing, Assert.Throws<RecipeException>(() => node.Hostname).Message);
        Assert.Equal(Missing, Assert.Throws<RecipeException>(() => node.Platform).Message);
        Assert.Equal(
            $"there is no attribute \"db.prt\" on db1: did you mean \"db.port\"? ({Missing})",
            Assert.Throws<RecipeException>(() => node["db.prt"]).Message);
    }

    [Fact]
    public void Facts_that_another_host_of_the_run_has_read_meanwhile_are_found()
    {
        var node = NodesOf(Db("db1"))[0];
        Assert.False(node.HasFacts);

        cache.Save("ops", "192.0.2.7", 2222, FactsOf("database"));

        Assert.Equal("database", node.Hostname);
    }

    [Fact]
    public void The_node_of_the_run_has_its_own_facts_which_count_as_read()
    {
        var current = Current("db1");

        var node = SourceOf(Db("db1")).NodesFor(current)[0];

        Assert.Equal(FactGroups.None, current.Facts.Read);
        Assert.Equal("here", node.Hostname);
        Assert.Equal(FactGroups.Machine, current.Facts.Read);
    }

    [Fact]
    public void A_node_of_the_run_that_was_named_by_its_address_is_the_one_of_the_inventory()
    {
        var current = new Node("192.0.2.7", FactsOf("here"), NodeAttributes.None) { InventoryName = "db1" };

        Assert.Equal("here", SourceOf(Db("db1")).NodesFor(current)[0].Hostname);
    }

    private static Target Db(string name, string attributes = """{ "db": { "port": 5432 } }""") => new(name)
    {
        Address = "192.0.2.7",
        User = "ops",
        Port = 2222,
        IsInInventory = true,
        Groups = ["db"],
        Attributes =
        [
            new AttributeLevel($"host {name}", (JsonObject)JsonNode.Parse(attributes)!) { NeedsLists = true },
        ],
    };

    private static Facts FactsOf(string hostname) => new(new Dictionary<string, string> { ["hostname"] = hostname });

    private static Node Current(string name = "web1") => new(name, FactsOf("here"), NodeAttributes.None);

    private IReadOnlyList<Node> NodesOf(params Target[] targets) => SourceOf(targets).NodesFor(Current());

    private TargetNodes SourceOf(params Target[] targets) => new(
        () =>
        {
            reads++;
            return targets;
        },
        cache,
        () => new SshOptions { ConfigFile = "/dev/null" })
    {
        ConnectionWords = " -i 'my hosts.json'",
    };

    private sealed record DbOptions(int Port);
}

using System.Text.Json.Nodes;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Search;

public sealed class NodeQueryTests
{
    private static readonly Node[] Fleet =
    [
        NodeOf("db1", ["db", "eu"], """{ "db": { "port": 5432, "primary": true }, "weight": 1.5 }""", "12"),
        NodeOf("db2", ["db", "us"], """{ "db": { "port": 5433, "primary": false }, "db_port": 1 }""", "13"),
        NodeOf(
            "web1",
            ["web", "eu"],
            """{ "web": { "sites": [{ "host": "a b", "port": 8080 }, { "host": "c", "port": 9000 }], "tags": ["x", "y"] } }""",
            "3.20.1"),
        NodeOf("web2", ["web"], """{ "web": { "url": "http://x/y", "owner": "O(ps)" }, "zones": { "a.com": { "ttl": 5 } } }""", "3.9"),
    ];

    [Theory]
    [InlineData("*:*", "db1 db2 web1 web2")]
    [InlineData("*", "db1 db2 web1 web2")]
    [InlineData("name:db1", "db1")]
    [InlineData("name:db*", "db1 db2")]
    [InlineData("name:*1", "db1 web1")]
    [InlineData("name:?b?", "db1 db2")]
    [InlineData("name:w*b*2", "web2")]
    [InlineData("name:DB1", "")]
    [InlineData("name:db", "")]
    [InlineData("group:db", "db1 db2")]
    [InlineData("groups:eu", "db1 web1")]
    [InlineData("role:web", "web1 web2")]
    [InlineData("roles:us", "db2")]
    [InlineData("address:10.0.0.*", "db1 db2 web1 web2")]
    [InlineData("web1", "web1")]
    [InlineData("eu", "db1 web1")]
    [InlineData("eu db2", "db1 db2 web1")]
    public void A_field_finds_nodes_by_name_group_and_address(string query, string names) =>
        Assert.Equal(names, Search(query));

    [Theory]
    [InlineData("db.port:5432", "db1")]
    [InlineData("db.port:543?", "db1 db2")]
    [InlineData("db.primary:true", "db1")]
    [InlineData("db_primary:true", "db1")]
    [InlineData("db_port:5432", "db1")]
    [InlineData("db_port:5433", "")]
    [InlineData("db_port:1", "db2")]
    [InlineData("db.port:*", "db1 db2")]
    [InlineData("web:*", "web1 web2")]
    [InlineData("web:url", "web2")]
    [InlineData("web.tags:y", "web1")]
    [InlineData("web.sites.port:9000", "web1")]
    [InlineData("web_sites_host:c", "web1")]
    [InlineData("web.sites.host:\"a b\"", "web1")]
    [InlineData("web.sites.host:\"a*\"", "")]
    [InlineData("web.sites.host:a\\ b", "web1")]
    [InlineData("web.url:http://x/y", "web2")]
    [InlineData("web.url:http\\://x/y", "web2")]
    [InlineData("web.owner:O\\(ps\\)", "web2")]
    [InlineData("web.owner:\"O(ps)\"", "web2")]
    [InlineData("web.owner:*\\**", "")]
    [InlineData("zones.a.com.ttl:5", "web2")]
    [InlineData("nothing:5", "")]
    [InlineData("NOT nothing:5", "db1 db2 web1 web2")]
    public void A_field_finds_nodes_by_attributes_also_nested_and_in_lists(string query, string names) =>
        Assert.Equal(names, Search(query));

    [Theory]
    [InlineData("platform:debian", "db1 db2 web1 web2")]
    [InlineData("platform.version:12", "db1")]
    [InlineData("platform_version:1?", "db1 db2")]
    [InlineData("hostname:host-web1", "web1")]
    [InlineData("ipaddress:192.0.2.3", "web1")]
    [InlineData("network.ip:192.0.2.3", "web1")]
    [InlineData("users:ann", "db1 db2 web1 web2")]
    [InlineData("network_interfaces:eth0", "db1 db2 web1 web2")]
    [InlineData("network_interfaces_eth0_addresses:192.0.2.1", "db1")]
    [InlineData("network.interfaces.eth0.addresses:fe80::1", "db1 db2 web1 web2")]
    [InlineData("mounts.path:/srv", "db1 db2 web1 web2")]
    [InlineData("mounts.path:\\/srv\\/", "")]
    [InlineData("mounts.path:\\>1", "")]
    [InlineData("mounts.path:\\/srv", "db1 db2 web1 web2")]
    [InlineData("memory_total:[1000 TO 2000]", "db1 db2")]
    public void A_field_finds_nodes_by_facts_in_our_names_and_in_those_of_Chef(string query, string names) =>
        Assert.Equal(names, Search(query));

    [Theory]
    [InlineData("role:db AND NOT name:db2*", "db1")]
    [InlineData("role:db && !name:db2", "db1")]
    [InlineData("role:db -name:db2", "db1")]
    [InlineData("role:db NOT name:db2", "db1")]
    [InlineData("+role:db name:db2", "db1 db2")]
    [InlineData("+role:db +group:eu", "db1")]
    [InlineData("-role:db", "web1 web2")]
    [InlineData("group:eu OR name:web2", "db1 web1 web2")]
    [InlineData("group:eu || name:web2", "db1 web1 web2")]
    [InlineData("group:eu name:web2", "db1 web1 web2")]
    [InlineData("name:db2 OR group:eu AND role:web", "db2 web1")]
    [InlineData("role:web AND group:eu OR name:db2", "db2 web1")]
    [InlineData("(name:db2 OR group:eu) AND role:web", "web1")]
    [InlineData("NOT (role:db OR name:web1)", "web2")]
    [InlineData("!!name:db1", "db1")]
    [InlineData("name:(db1 OR web2)", "db1 web2")]
    [InlineData("name:(db* -db2)", "db1")]
    [InlineData("name:(w* AND NOT group:eu)", "web2")]
    [InlineData("group:eu OR NOT role:db", "db1 web1 web2")]
    [InlineData("name: db1", "db1")]
    [InlineData("  name:db1\tOR\nname:db2  ", "db1 db2")]
    [InlineData("\"and\"", "")]
    public void Operators_combine_terms(string query, string names) => Assert.Equal(names, Search(query));

    [Theory]
    [InlineData("db.port:[5432 TO 5433]", "db1 db2")]
    [InlineData("db.port:{5432 TO 5433]", "db2")]
    [InlineData("db.port:[5432 TO 5433}", "db1")]
    [InlineData("db.port:{5432 TO 5433}", "")]
    [InlineData("db.port:[* TO 5432]", "db1")]
    [InlineData("db.port:{5432 TO *]", "db2")]
    [InlineData("db.port:[999 TO 10000]", "db1 db2")]
    [InlineData("weight:[1.25 TO 1.75]", "db1")]
    [InlineData("weight:[-1 TO 1.5]", "db1")]
    [InlineData("platform_version:[3.10 TO 4]", "web1")]
    [InlineData("platform_version:[3.9 TO 3.9.0]", "web2")]
    [InlineData("name:[db2 TO web1]", "db2 web1")]
    [InlineData("name:{db2 TO \"web2\"}", "web1")]
    [InlineData("web.sites.port:[ 8500 TO 9500 ]", "web1")]
    public void Ranges_compare_numbers_versions_and_texts(string query, string names) =>
        Assert.Equal(names, Search(query));

    [Theory]
    [InlineData("", 1, "the query is empty")]
    [InlineData("  ", 3, "the query is empty")]
    [InlineData("role:db AND", 12, "the query ends, and a term such as name:web1 is missing")]
    [InlineData("role:db OR )", 12, "this parenthesis was not opened")]
    [InlineData("AND role:db", 1, "expected a term such as name:web1, and found \"AND\"")]
    [InlineData("a NOT", 6, "the query ends")]
    [InlineData("(a OR (b)", 1, "this parenthesis is not closed")]
    [InlineData("a)", 2, "this parenthesis was not opened")]
    [InlineData("()", 2, "expected a term such as name:web1, and found \")\"")]
    [InlineData("name:", 6, "the value of \"name\" is missing: write name:* for any value")]
    [InlineData("name: AND b", 7, "the value of \"name\" is missing")]
    [InlineData("name:&&b", 6, "the value of \"name\" is missing")]
    [InlineData(":b", 1, "the name of a field is missing before the colon")]
    [InlineData("a: b:c", 5, "the name of a field is missing before the colon")]
    [InlineData("na*e:b", 1, "the name of a field cannot have wildcards")]
    [InlineData("*:web", 1, "the name of a field cannot have wildcards; *:* means all nodes")]
    [InlineData("name:\"a", 6, "this quote is not closed")]
    [InlineData("name:a\"b\"", 7, "a \"\"\" in the middle of a word")]
    [InlineData("a and b", 3, "write AND in capitals, or \"and\" in quotes for the word")]
    [InlineData("name:web~0.8", 9, "fuzzy search is not supported")]
    [InlineData("\"a b\"~2", 6, "fuzzy search is not supported")]
    [InlineData("name:web^2", 9, "boosting is not supported")]
    [InlineData("(a b)^2", 6, "boosting is not supported")]
    [InlineData("[a TO b]", 1, "a range needs a field before it")]
    [InlineData("p:[a TO b", 3, "this range is not closed")]
    [InlineData("p:[a", 3, "this range is not closed")]
    [InlineData("p:[a b]", 6, "a range is two limits with TO in capitals between them")]
    [InlineData("p:[a to b]", 6, "a range is two limits with TO in capitals between them")]
    [InlineData("p:[ TO b]", 8, "a range is two limits with TO in capitals between them")]
    [InlineData("p:[a TO ]", 9, "a limit is missing here: write * for none")]
    [InlineData("a ]", 3, "there is no range that \"]\" ends")]
    [InlineData("site.port:>80", 11, "comparisons are not supported: write a range, such as [80 TO *]")]
    [InlineData("site.port: <=80", 12, "comparisons are not supported")]
    [InlineData("name:/db.*/", 6, "regular expressions are not supported: write wildcards")]
    [InlineData("/db.*/", 1, "regular expressions are not supported")]
    [InlineData("a\\", 2, "a backslash at the end")]
    [InlineData("recipes:nginx", 1, "\"recipes\" is a field of Chef that hosts do not have here")]
    [InlineData("role:web AND chef_environment:prod", 14, "\"chef_environment\" is a field of Chef")]
    public void A_query_that_is_not_understood_is_an_error_with_the_position(
        string query, int character, string problem)
    {
        var error = Assert.Throws<RecipeException>(() => Search(query)).Message.Split('\n');

        Assert.StartsWith(
            $"the search query is wrong at character {character}: {problem}", error[0], StringComparison.Ordinal);
        Assert.Equal("    " + query, error[1]);
        Assert.Equal(new string(' ', character + 3) + "^", error[2]);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("!")]
    [InlineData("name:(")]
    public void A_query_that_is_nested_too_deep_is_an_error(string sign)
    {
        var error = Assert.Throws<RecipeException>(() => Search(string.Concat(Enumerable.Repeat(sign, 100_000)) + "a"));

        Assert.Contains("the query is nested more than 100 levels deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_whose_result_depends_on_facts_that_are_not_known_is_an_error_with_the_nodes()
    {
        Node[] nodes = [Fleet[0], .. Enumerable.Range(1, 7).Select(i => WithoutFacts($"n{i}"))];

        var error = Assert.Throws<RecipeException>(() => NodeQuery.Parse("platform:debian").Find(nodes));

        Assert.Equal(
            "the search query needs facts: no facts of n1 (and those of n2, n3, n4, n5, n6 and 1 more)", error.Message);
    }

    [Theory]
    [InlineData("platform:debian AND name:db1", "db1")]
    [InlineData("name:db1 AND platform:debian", "db1")]
    [InlineData("platform:debian OR name:n1", "db1 n1")]
    [InlineData("NOT platform:debian -name:n1", "")]
    public void Facts_that_are_not_known_do_not_matter_where_other_terms_decide(string query, string names) =>
        Assert.Equal(names, Names(NodeQuery.Parse(query).Find([Fleet[0], WithoutFacts("n1")])));

    [Theory]
    [InlineData("users:ann", "db1 n1")]
    [InlineData("users:root", "db1")]
    [InlineData("memory.total:5", "n1")]
    [InlineData("network:lan", "n1")]
    public void An_attribute_with_the_name_of_a_fact_goes_before_it_also_while_facts_are_not_known(
        string query, string names)
    {
        var node = WithoutFacts(
            "n1", """{ "users": ["ann"], "memory": { "total": 5 }, "network": "lan" }""");

        Assert.Equal(names, Names(NodeQuery.Parse(query).Find([Fleet[0], node])));
    }

    [Fact]
    public void An_attribute_goes_before_a_known_fact_too()
    {
        var node = NodeOf("db1", [], """{ "users": ["eve"] }""", "12");

        Assert.Empty(NodeQuery.Parse("users:ann").Find([node]));
        Assert.Single(NodeQuery.Parse("users:eve").Find([node]));
    }

    [Fact]
    public void A_query_marks_the_facts_of_its_fields_as_read_and_no_others()
    {
        var node = NodeOf("db9", [], "{}", "12");

        NodeQuery.Parse("name:x group:y nothing:z").Find([node]);
        Assert.Equal(FactGroups.None, node.Facts.Read);

        NodeQuery.Parse("mounts_path:x").Find([node]);
        Assert.Equal(FactGroups.Mounts, node.Facts.Read);

        NodeQuery.Parse("ipaddress:x platform_codename:x").Find([node]);
        Assert.Equal(FactGroups.Mounts | FactGroups.Network | FactGroups.Machine, node.Facts.Read);
    }

    [Fact]
    public void A_field_that_no_node_has_is_named_with_a_similar_one()
    {
        var unknown = NodeQuery.Parse("db.prot:1 OR web_url:x OR quux:1 OR platform:x").UnknownFields(Fleet);

        Assert.Equal([("db.prot", ": did you mean \"db.port\"?"), ("quux", "")], unknown);
    }

    private static string Search(string query) => Names(NodeQuery.Parse(query).Find(Fleet));

    private static string Names(IEnumerable<Node> nodes) => string.Join(' ', nodes.Select(node => node.Name));

    private static Node WithoutFacts(string name, string attributes = "{}") =>
        new(name, () => null, () => AttributesOf(attributes)) { MissingFacts = $"no facts of {name}" };

    private static Node NodeOf(string name, string[] groups, string attributes, string version)
    {
        var number = name[^1] + (name.StartsWith("web", StringComparison.Ordinal) ? 2 : 0) - '0';
        var facts = new Facts(new Dictionary<string, string>
        {
            ["hostname"] = $"host-{name}",
            ["platform.name"] = "debian",
            ["platform.version"] = version,
            ["memory.total"] = $"{number}000",
            ["users"] = "root ann",
            ["network.ip"] = $"192.0.2.{number}",
            ["network.interfaces.eth0.addresses"] = $"192.0.2.{number}/24 fe80::1/64",
            ["mounts.0.path"] = "/",
            ["mounts.1.path"] = "/srv",
        });
        return new Node(
            name, facts, AttributesOf(attributes))
        {
            Address = $"10.0.0.{number}",
            Groups = groups,
        };
    }

    private static NodeAttributes AttributesOf(string json) =>
        new([new AttributeLevel("x", (JsonObject)JsonNode.Parse(json)!)]);
}

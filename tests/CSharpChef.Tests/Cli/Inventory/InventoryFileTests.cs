using System.Text.Json.Nodes;
using CSharpChef.Cli.Inventory;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Cli.Inventory;

public sealed class InventoryFileTests
{
    [Fact]
    public void Inventory_hosts_inherit_missing_values_from_the_defaults()
    {
        var hosts = InventoryFile.Parse("hosts.json", """
            {
              "defaults": { "user": "deploy", "groups": ["all"], "attributes": { "site": { "port": 80, "name": "x" } } },
              "hosts": {
                "web1": { "address": "192.0.2.1", "groups": ["web"], "attributes": { "site": { "port": 81 } } },
                "db1": { "port": 2222 }
              }
            }
            """);

        var web = Assert.Single(hosts.Find("@web"));
        Assert.Equal(("192.0.2.1", "deploy"), (web.Address, web.User));
        Assert.Equal("""{"site":{"port":81,"name":"x"}}""", new NodeAttributes(web.Attributes).Merged.ToJsonString());
        Assert.Equal(["web1", "db1"], hosts.Find("@all").Select(target => target.Name));
        Assert.Equal(("db1", 2222), (hosts.Find("db1").Single().Address, hosts.Find("db1").Single().Port));
    }

    [Fact]
    public void A_list_with_plus_in_an_inventory_appends_to_the_list_of_lower_levels()
    {
        var hosts = InventoryFile.Parse("hosts.json", """
            { "defaults": { "attributes": { "users+": ["ops"] } },
              "hosts": { "web1": { "attributes": { "users+": ["web"], "old-": ["a"] } } } }
            """);
        var cookbook = new AttributeLevel(
            "cookbook", (JsonObject)JsonNode.Parse("""{ "users": ["root"], "old": ["a", "b"] }""")!);

        var merged = new NodeAttributes([cookbook, .. hosts.Find("web1").Single().Attributes]);

        Assert.Equal("""{"users":["root","ops","web"],"old":["b"]}""", merged.Merged.ToJsonString());
        Assert.Equal("hosts.json:1:44", merged.PlaceOf("users[1]"));
        Assert.Equal("hosts.json:2:51", merged.PlaceOf("users[2]"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "hosts": { "web1": {} } }""")]
    [InlineData("""{ "defaults": { "user": "ann" }, "hosts": { "web1": { "address": "x" } } }""")]
    public void Everything_in_an_inventory_except_host_names_is_optional(string json)
    {
        var hosts = InventoryFile.Parse("hosts.json", json);

        Assert.Equal("web1", hosts.Find("web1").Single().Name);
        Assert.Throws<UsageException>(() => hosts.Find("@web").ToList());
    }

    [Theory]
    [InlineData("ann@web1:2222", "web1:2222", "web1", "ann", 2222)]
    [InlineData("web1", "web1", "web1", null, null)]
    [InlineData("[2001:db8::1]:22", "[2001:db8::1]:22", "2001:db8::1", null, 22)]
    public void A_target_is_split_into_user_host_and_port(
        string text, string name, string address, string? user, int? port)
    {
        var target = HostInventory.Empty.Find(text).Single();

        Assert.Equal((name, address, user, port), (target.Name, target.Address, target.User, target.Port));
    }
}

using System.Text.Json.Nodes;
using CSharpChef.Cli.Inventory;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

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
        Assert.Equal("defaults of hosts.json:1:44", merged.OriginOf("users[1]"));
        Assert.Equal("host web1, hosts.json:2:51", merged.OriginOf("users[2]"));
    }

    [Theory]
    [InlineData("""{ "hosts": { "web1": null } }""")]
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

    [Theory]
    [InlineData("[]", "hosts.json:1:1: expected an object { ... }")]
    [InlineData("{\n  \"host\": {}\n}", "hosts.json:2:3: \"host\" is not a key of an inventory: did you mean \"hosts\"? (the keys are defaults, hosts)")]
    [InlineData("{ \"hosts\": [] }", "hosts.json:1:3: \"hosts\" must be an object { ... }, and is []")]
    [InlineData("{ \"hosts\": { \"a.example.com\": { \"port\": \"22\" } } }", "hosts.json:1:33: \"port\" must be a number from 1 to 65535, and is \"22\"")]
    [InlineData("{ \"hosts\": { \"a\": { \"port\": 0 } } }", "\"port\" must be a number from 1 to 65535, and is 0")]
    [InlineData("{ \"hosts\": { \"a\": { \"groups\": \"web\" } } }", "hosts.json:1:21: \"groups\" must be a list of texts, and is \"web\": write a list, such as [\"web\"]")]
    [InlineData("{ \"defaults\": { \"user\": 5 } }", "hosts.json:1:17: \"user\" must be a text, and is 5")]
    [InlineData("{ \"hosts\": { \"a\": { \"groups\": [\n1] } } }", "hosts.json:2:1: ")]
    [InlineData("{\n  oops\n}", "hosts.json:2:3: expected a name in double quotes, and found oops")]
    [InlineData("{ \"hosts\": {\n \"é7\": {}, \"n7\": {},\n  \"n7\": {} } }", "hosts.json:3:3: \"n7\" is twice in the same object, first at 2:12: keep one of them")]
    [InlineData("{ \"hosts\": { \"n7\": { \"port\": 1,\n\"port\": 2 } } }", "hosts.json:2:1: \"port\" is twice in the same object, first at 1:22")]
    [InlineData("n7\nn8", "hosts.json:1:1: expected an object { ... }, and found n7")]
    [InlineData("# a comment", "hosts.json:1:1: expected an object { ... }, and found #")]
    [InlineData("{ \"hosts\": nein }", "hosts.json:1:12: expected a value, and found nein: a text is written in double quotes")]
    [InlineData("{ \"hosts\": \n'a' }", "hosts.json:2:1: expected a value, and found ': a text")]
    [InlineData("{ \"é\" \"n7\": 1 }", "hosts.json:1:7: expected a colon after the name, and found \"")]
    [InlineData("{ \"hosts\": {} \"defaults\": 1 }", "hosts.json:1:15: expected a comma, or the end of the object or list, and found \"")]
    [InlineData("{ \"hosts\": { \"a\": { \"ansible_host\": \"web1\" } } }", "hosts.json:1:21: \"ansible_host\" is not a key of a host: did you mean \"address\"?")]
    [InlineData("{ } n7", "hosts.json:1:5: expected the end of the text after its object, and found n7")]
    [InlineData("{ \"hosts\": 198.18.77.7 }", "hosts.json:1:12: 198.18.77.7 is not a number: a text is written in double quotes")]
    [InlineData("{ \"hosts\": 022 }", "hosts.json:1:12: 022 is not a number: ")]
    [InlineData("{ \"hosts\": \"a\\qb\" }", "a backslash in a text goes before")]
    [InlineData("{ \"hosts\": \"a\nb\" }", "a text has a line end or a control character in it")]
    [InlineData("{ \"hosts\": { \"a\": { \"address\": \"root@198.18.77.7\" } } }", "hosts.json:1:21: \"address\" must be a name or an IP address alone, and is \"root@198.18.77.7\": write \"address\": \"198.18.77.7\", \"user\": \"root\"")]
    [InlineData("{ \"hosts\": { \"a\": { \"address\": \"[::1]:22\" } } }", "write \"address\": \"[::1]\", \"port\": 22")]
    [InlineData("{ \"hosts\": { \"a\": { \"address\": \"ann@web1:22\" } } }", "write \"address\": \"web1\", \"user\": \"ann\", \"port\": 22")]
    [InlineData("{ \"defaults\": { \"address\": \"\" } }", "must be a name or an IP address alone, and is \"\": it is empty")]
    [InlineData("{ \"hosts\": { \"a\": { \"user\": \"an n\" } } }", "\"user\" must be the name of a user, without blanks, and is \"an n\"")]
    [InlineData("{ \"hosts\": { \"\": {} } }", "hosts.json:1:14: \"\" cannot be the name of a host: it is empty")]
    [InlineData("{ \"hosts\": { \"n 7\": {} } }", "\"n 7\" cannot be the name of a host: it has a blank in it")]
    [InlineData("{ \"hosts\": { \"@web\": {} } }", "\"@web\" cannot be the name of a host: a command would read it as")]
    [InlineData("{ \"hosts\": { \"root@web1\": {} } }", "\"root@web1\" cannot be the name of a host: write \"address\": \"web1\", \"user\": \"root\"")]
    [InlineData("{ \"hosts\": { \"local\": { \"address\": \"web1\" } } }", "\"local\" cannot be the name of a host: local is this machine")]
    public void An_error_in_an_inventory_speaks_of_its_own_keys_with_line_and_column(string json, string message)
    {
        var error = Assert.Throws<UsageException>(() => InventoryFile.Parse("hosts.json", json));

        Assert.Contains(message, error.Message);
        Assert.StartsWith("hosts.json:", error.Message);
        Assert.DoesNotContain("CSharpChef", error.Message);
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("[2001:db8::1]", "2001:db8::1")]
    [InlineData("fe80::1%eth0", "fe80::1%eth0")]
    [InlineData("web1.example.com", "web1.example.com")]
    public void The_address_of_a_host_is_a_name_or_an_IP_address(string address, string expected) =>
        Assert.Equal(expected, InventoryFile.Parse("hosts.json", $$"""{ "hosts": { "a": { "address": "{{address}}" } } }""")
            .Find("a").Single().Address);

    [Theory]
    [InlineData("@all", "web1 web2 db1")]
    [InlineData("@web", "web1 web2")]
    [InlineData("@w*", "web1 web2")]
    [InlineData("web*", "web1 web2")]
    [InlineData("?b1", "db1")]
    [InlineData("root@other", "other")]
    [InlineData("other.example.com", "other.example.com")]
    [InlineData("known", "known")]
    [InlineData("local", "local")]
    [InlineData("web1:2222", "web1:2222")]
    public void A_target_is_a_host_a_pattern_or_a_group_of_the_inventory_or_a_machine_that_is_known_otherwise(
        string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Three().Find(text).Select(target => target.Name)));

    [Theory]
    [InlineData("web3", "hosts.json has no host \"web3\": did you mean \"web1\"? (a machine that is not in the inventory needs")]
    [InlineData("localhost", "hosts.json has no host \"localhost\" (a machine")]
    [InlineData("x*", "hosts.json has no host that matches x*")]
    [InlineData("@cache", "hosts.json has no host in the group \"cache\": its groups are @web, and @all")]
    public void A_target_that_a_given_inventory_does_not_have_is_a_usage_error(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<UsageException>(() => Three().Find(text).ToList()).Message);

    [Theory]
    [InlineData("root@web1", "web1")]
    [InlineData("web1:2222", "web1")]
    [InlineData("root@192.0.2.7", "far")]
    [InlineData("root@other", null)]
    [InlineData("web1", null)]
    public void A_machine_that_is_named_by_user_or_address_knows_which_host_of_the_inventory_it_is(
        string text, string? name)
    {
        var hosts = InventoryFile.Parse("hosts.json", """{ "hosts": { "web1": {}, "far": { "address": "192.0.2.7" } } }""");

        Assert.Equal(name, hosts.Find(text).Single().InventoryName);
    }

    [Fact]
    public async Task A_program_without_the_permission_to_run_is_an_error_with_the_command_that_mends_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permission");
        using var folder = new CookbookFolder();
        folder.With("inv", "#!/bin/sh\necho '{}'\n");

        var error = await Assert.ThrowsAsync<UsageException>(() => LoadAsync(folder["inv"]));

        Assert.EndsWith($"inv:1:1: the inventory is a program (it begins with #!) that may not be run: chmod +x {folder["inv"]}", error.Message);
    }

    [Fact]
    public async Task An_inventory_of_JSON_with_the_permission_to_run_is_an_error_with_the_command_that_mends_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permission");
        using var folder = new CookbookFolder();
        folder.With("hosts.json", "{}");
        LocalShell.Run("chmod", "755", folder["hosts.json"]);

        var error = await Assert.ThrowsAsync<UsageException>(() => LoadAsync(folder["hosts.json"]));

        Assert.EndsWith($"chmod -x {folder["hosts.json"]}", error.Message);
    }

    [Fact]
    public async Task A_folder_as_inventory_is_an_error()
    {
        using var folder = new CookbookFolder();

        var error = await Assert.ThrowsAsync<UsageException>(() => LoadAsync(folder.Root));

        Assert.Equal($"the inventory {folder.Root} is a folder: name a file in it", error.Message);
    }

    [Fact]
    public async Task An_inventory_that_is_a_link_to_nothing_is_an_error_that_names_link_and_target()
    {
        using var folder = new CookbookFolder();
        File.CreateSymbolicLink(folder["hosts.json"], "missing.json");

        var error = await Assert.ThrowsAsync<UsageException>(() => LoadAsync(folder["hosts.json"]));

        Assert.Equal(
            $"there is no inventory {folder["hosts.json"]}: it is a link to missing.json, which does not exist",
            error.Message);
        Assert.Null(InventoryFile.LoadWithoutRunning(folder["hosts.json"]));
    }

    private static Task<HostInventory> LoadAsync(string path) =>
        InventoryFile.LoadAsync(path, TestContext.Current.CancellationToken);

    private static HostInventory Three() => InventoryFile.Parse("hosts.json", """
        { "hosts": { "web1": { "groups": ["web"] }, "web2": { "groups": ["web"] }, "db1": {} } }
        """).With(ProjectGroups.None, host => host == "known");
}

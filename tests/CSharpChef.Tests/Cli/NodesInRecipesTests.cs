using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli;

[Collection(LocalMachine.Name)]
public sealed class NodesInRecipesTests : IDisposable
{
    private readonly LocalMachine machine = new();

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task A_recipe_reads_the_hosts_of_the_inventory_with_its_own_facts_among_them()
    {
        var inventory = Inventory();
        machine.Recipe("site/recipes/default.csx", """
            var hosts = Nodes.Where(n => n.Groups.Contains("web")).Select(n => $"{n.Name} {n.Address} {n["site.port"]}");
            File($"{dir}/hosts", f => f.Content = string.Join("\n", hosts) + "\n");
            File($"{dir}/same", f => f.Content = $"{Nodes.Single(n => n.Name == Node.Name).Hostname == Node.Hostname}");
            """);

        (await machine.ConvergeAsync("site", "-i", inventory)).Exits(0);

        Assert.Equal("local local 80\nweb1 192.0.2.11 81\n", File.ReadAllText(machine["hosts"]));
        Assert.Equal("True", File.ReadAllText(machine["same"]));
    }

    [Fact]
    public async Task A_fact_of_a_host_that_no_run_has_read_ends_with_the_line_and_the_command_that_reads_it()
    {
        var inventory = Inventory();
        machine.Recipe("site/recipes/default.csx", "Log(Nodes.Single(n => n.Name == \"web1\").Hostname);");

        (await machine.ConvergeAsync("site", "-i", inventory)).Exits(3).Prints(
            "site/recipes/default.csx:2:1: no facts of web1 are cached: "
            + $"get them with csharpchef show facts web1 --inventory {inventory}");
    }

    [Fact]
    public async Task Without_an_inventory_a_recipe_reads_the_hosts_of_the_run()
    {
        machine.Recipe("site/recipes/default.csx", "Log($\"{Nodes.Count} {Nodes[0].Name}\");");

        (await machine.ConvergeAsync("site")).Exits(0).Prints("1 local");
    }

    private string Inventory()
    {
        machine.Cookbooks.With("hosts.json", """
            { "defaults": { "attributes": { "site": { "port": 80 } } },
              "hosts": { "web1": { "address": "192.0.2.11", "groups": ["web"], "attributes": { "site": { "port": 81 } } },
                         "db1": {},
                         "local": { "groups": ["web"] } } }
            """);
        return machine.Cookbooks["hosts.json"];
    }
}

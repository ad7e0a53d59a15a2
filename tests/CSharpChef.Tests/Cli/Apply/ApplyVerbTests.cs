using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Apply;

/// <summary>The verbs for stacks as code.</summary>
[Collection(ServedPlane.Name)]
public sealed class ApplyVerbTests(ServedPlane server)
{
    [Fact]
    public async Task A_stack_file_is_planned_applied_and_exported_and_then_nothing_differs()
    {
        var name = $"apply-{Guid.NewGuid():N}"[..14];
        var file = server[$"{name}.csx"];
        File.WriteAllText(file, $"Stack(\"{name}\");\nLayer(\"web\", l => l.Setup(\"nginx\"));\n");

        (await server.RunAsync("plan", "-f", file, "--detailed-exitcode")).Exits(10)
            .Prints(
                $"+ stack {name}",
                "+ layer web: CustomRecipes.Setup [\"nginx\"]",
                $"{name}: 2 to add, 0 to change, 0 to remove");
        (await server.RunAsync("apply", "-f", file)).Exits(2).Prints("add --yes");
        (await server.RunAsync("apply", "-f", file, "--yes")).Exits(0)
            .Prints("+ layer web", $"{name}: 2 added, 0 changed, 0 removed");
        (await server.RunAsync("apply", "-f", file)).Exits(0).Prints($"{name}: 0 to add, 0 to change, 0 to remove");
        (await server.RunAsync("plan", "-f", file, "--detailed-exitcode")).Exits(0);
        var exported = (await server.RunAsync("stack", "export", name)).Exits(0)
            .Prints($"Stack(\"{name}\");", "l.Setup(\"nginx\");");
        File.WriteAllText(file, exported.Out);
        var planned = (await server.RunAsync("plan", "-f", file, "--json")).Exits(0).Json;
        Assert.Equal("unchanged", planned.GetProperty("status").GetString());
        Assert.Equal(name, planned.GetProperty("stacks")[0].GetProperty("stack").GetString());
    }

    [Fact]
    public async Task Plan_takes_either_machines_or_a_stack_file()
    {
        (await server.RunAsync("plan", "web1", "-f", "stack.csx")).Exits(2).Prints("use one of them");
        (await server.RunAsync("plan", "-f", "stack.csx", "-r", "web")).Exits(2).Prints("use one of them");
        (await server.RunAsync("plan")).Exits(2).Prints("plan -f stack.csx");
        (await server.RunAsync("plan", "web1")).Exits(2).Prints("--run-list");
        (await server.RunAsync("plan", "-f", server["none.csx"])).Exits(2).Prints("there is no file");
        (await server.RunAsync("apply")).Exits(2).Prints("--file");
        (await server.RunAsync("stack", "export", "nowhere")).Exits(2).Prints("there is no stack nowhere");
    }
}

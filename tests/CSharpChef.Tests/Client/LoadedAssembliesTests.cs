using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Client;

/// <summary>Verbs that talk to a server start fast: what only a server needs is not loaded.</summary>
[Collection(ServedPlane.Name)]
public sealed class LoadedAssembliesTests(ServedPlane server)
{
    private static readonly string[] OfServers =
        [
            "Orleans",
            "Npgsql",
            "Microsoft.Data.Sqlite",
            "SQLitePCLRaw",
            "Dapper",
            "Microsoft.AspNetCore",
            "CSharpChef.Web"
        ];

    [Theory]
    [InlineData("stack list")]
    [InlineData("stack export NAME")]
    [InlineData("apply -f FILE")]
    [InlineData("api DescribeStacks")]
    [InlineData("login URL --credentials CREDENTIALS")]
    public async Task A_verb_that_talks_to_a_server_loads_no_assembly_that_only_a_server_needs(string line)
    {
        var name = $"loaded-{Guid.NewGuid():N}"[..14];
        var file = server[$"{name}.csx"];
        await File.WriteAllTextAsync(file, $"Stack(\"{name}\");\n", TestContext.Current.CancellationToken);
        (await server.RunAsync("apply", "-f", file, "--yes")).Exits(0);

        var loaded = await LoadedAsync(line.Split(' ').Select(word => word switch
        {
            "NAME" => name,
            "FILE" => file,
            "URL" => server.Url,
            "CREDENTIALS" => server["credentials"],
            _ => word,
        }));

        Assert.Contains("CSharpChef.Client", loaded);
        Findings.AssertNone(loaded.Where(
            assembly =>
            OfServers.Any(part => assembly.StartsWith(part, StringComparison.Ordinal))));
    }

    private async Task<string[]> LoadedAsync(IEnumerable<string> arguments)
    {
        using var tool = new Tool();
        tool.Variables["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        tool.Variables[StartupHook.File] = tool.PathOf("loaded");
        tool.Variables["XDG_CONFIG_HOME"] = server[""];

        (await tool.RunAsync([.. arguments, "--profile", server.Profile])).Exits(0);

        return await File.ReadAllLinesAsync(tool.PathOf("loaded"), TestContext.Current.CancellationToken);
    }
}

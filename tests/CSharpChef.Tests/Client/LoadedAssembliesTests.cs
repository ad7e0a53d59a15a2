using CSharpChef.Cli.Verbs;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Client;

/// <summary>Verbs that talk to a server start fast: what only a server needs is not loaded.</summary>
[Collection(ServedPlane.Name)]
[WholeSuite]
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

    private static readonly string[] Lines =
    [
        "api DescribeStacks --profile PROFILE",
        "apply -f FILE --profile PROFILE",
        "login URL --credentials CREDENTIALS --profile NEW",
        "logout --profile OTHER",
        "model --aws FOLDER",
        "plan -f FILE --profile PROFILE",
        "stack export NAME --profile PROFILE",
        "stack list --profile PROFILE",
        "stack update NAME --custom-json {} --profile PROFILE",
    ];

    [Fact]
    public void Every_client_verb_and_a_noun_have_a_line() => Findings.AssertNone(
        VerbList.Client.Verbs.Select(verb => verb.Name).Append("plan").Append("stack")
            .Except(Lines.Select(line => line.Split(' ')[0])));

    [Fact]
    public async Task A_verb_that_talks_to_a_server_loads_no_assembly_that_only_a_server_needs()
    {
        var name = $"loaded-{Guid.NewGuid():N}"[..14];
        await File.WriteAllTextAsync(
            server[$"{name}.csx"], $"Stack(\"{name}\");\n", TestContext.Current.CancellationToken);
        (await server.RunAsync("apply", "-f", server[$"{name}.csx"], "--yes")).Exits(0);
        (await server.LoginAsync(name)).Exits(0);

        // Each line is a process, so they run at the same time.
        var loaded = await Task.WhenAll(Lines.Select(line => LoadedAsync(line, name)));

        Assert.All(loaded, names => Assert.Contains("System.CommandLine", names));
        Findings.AssertNone(
            from names in loaded.Zip(Lines)
            from assembly in names.First
            where OfServers.Any(part => assembly.StartsWith(part, StringComparison.Ordinal))
            select $"{names.Second}: {assembly}");
    }

    private async Task<string[]> LoadedAsync(string line, string name)
    {
        using var tool = new Tool();
        tool.Variables["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        tool.Variables[StartupHook.File] = tool.PathOf("loaded");
        tool.Variables["XDG_CONFIG_HOME"] = server[""];

        (await tool.RunAsync([.. line.Split(' ').Select(word => Argument(word, name, tool))])).Exits(0);

        return await File.ReadAllLinesAsync(tool.PathOf("loaded"), TestContext.Current.CancellationToken);
    }

    private string Argument(string word, string name, Tool tool) => word switch
    {
        "CREDENTIALS" => server["credentials"],
        "FILE" => server[$"{name}.csx"],
        "FOLDER" => tool.PathOf("models"),
        "NAME" or "OTHER" => name,
        "NEW" => $"{name}-new",
        "PROFILE" => server.Profile,
        "URL" => server.Url,
        _ => word,
    };
}

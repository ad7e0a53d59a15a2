using CSharpChef.Benchmarks.Server;

namespace CSharpChef.Benchmarks;

/// <summary>
/// The scenario of verbs that call a server on this machine, whose store has one stack of three layers and twelve
/// instances.
/// </summary>
internal static class ClientVerbs
{
    private const string Stack = """
        Stack("bench", s => s.DefaultOs = "Debian 12");
        Layer("web", l => l.Setup("nginx"));
        Layer("app", l => l.Setup("app"));
        Layer("db", l => l.Setup("postgresql"));
        App("shop", a => a.Environment["MODE"] = "production");
        for (var i = 1; i <= 12; i++)
        {
            Instance($"host{i}", instance => instance.Layers("web"));
        }

        """;

    public static Scenario OfOneStack(string binary)
    {
        var folder = Repository.Scratch();
        var file = Path.Combine(folder, "stack.csx");
        File.WriteAllText(file, Stack);
        var server = ServerProcess.Start(binary, Path.Combine(folder, "data"));
        var environment = new Dictionary<string, string>
        {
            ["CSHARPCHEF_URL"] = server.Url,
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder, "data/credentials"),
        };
        return new("Verbs that call a server",
        [
            new("--version", [binary, "--version"]),
            new("stack list", [binary, "stack", "list"]) { Environment = environment },
            new("stack export", [binary, "stack", "export", "bench"]) { Environment = environment },
            new("apply, unchanged", [binary, "apply", "-f", file]) { Environment = environment },
        ])
        {
            Server = server,
            Before = [new("apply", [binary, "apply", "-f", file, "--yes"]) { Environment = environment }],
        };
    }
}

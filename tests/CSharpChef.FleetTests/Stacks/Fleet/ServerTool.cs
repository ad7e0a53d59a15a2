using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>Runs csharpchef as a process, with its settings in a folder of the test.</summary>
internal sealed class ServerTool(string folder)
{
    /// <summary>Environment variables of the process, each as NAME=VALUE.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    public Task<LocalCommand> RunAsync(CancellationToken ct, params string[] arguments) =>
        SendAsync("", ct, arguments);

    /// <summary>Runs a command that reads its standard input.</summary>
    public Task<LocalCommand> SendAsync(string input, CancellationToken ct, params string[] arguments) =>
        LocalCommand.RunAsync(Command(arguments), input, ct);

    private IReadOnlyList<string> Command(string[] arguments) =>
        [
            "env", "-u", "CSHARPCHEF_URL", "-u", "CSHARPCHEF_PROFILE", $"XDG_CONFIG_HOME={folder}", .. Variables, "dotnet",
            Path.Combine(AppContext.BaseDirectory, "csharpchef.dll"), .. arguments,
        ];

    /// <summary>Fails the test unless the command succeeds.</summary>
    /// <returns>The output of the command.</returns>
    public async Task<string> SucceedAsync(CancellationToken ct, params string[] arguments) =>
        (await RunAsync(ct, arguments)).ExpectSuccess($"csharpchef {string.Join(' ', arguments)}");

    /// <summary>Runs a command that lists documents.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(CancellationToken ct, params string[] arguments) =>
        [.. JsonNode.Parse(await SucceedAsync(ct, [.. arguments, "--json"]))!.AsObject().Single().Value!.AsArray()!];
}

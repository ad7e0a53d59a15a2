using System.Text.Json;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Stacks;
using CSharpChef.Web;
using CSharpChef.Web.Serving;
using Microsoft.Data.Sqlite;

namespace CSharpChef.Tests.Compatibility;

/// <summary>
/// Writes the compatibility data of this build's version. Runs only on demand: README.md says how. It never replaces
/// data that exists.
/// </summary>
[Collection(LocalMachine.Name)]
public sealed class CompatibilityDataMaker
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly CompatibilityData data = new(Version);

    private static string Version => Environment.GetEnvironmentVariable("COMPATIBILITY_VERSION")
        ?? typeof(ControlPlane).Assembly.GetName().Version!.ToString(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Write_a_store_and_a_backup()
    {
        Make("store");
        var folder = TemporaryFolder.Create("csharpchef-made-");
        await StartAndStopAsync(folder);
        await using var server = await TestPlane.StartAsync(folder: folder);
        var maker = new StoreMaker(server);
        await maker.FillAsync();
        await WriteAsync("described.verified.json", await StoreDescription.OfAsync(server));
        await WriteAsync("secrets.verified.json", await StoreSecrets.RevealAsync(server.Plane.Store));
        await WriteAsync("calls.verified.json", JsonSerializer.Serialize(maker.Calls, Indented) + "\n");
        (await CommandLine.RunAsync("backup", data["store.backup"], "--data", folder)).Exits(0);
        Shrink(new StoreOptions(folder).SqlitePath);
        Copy(folder, data["store"], path => Path.GetExtension(path) is not (".db-wal" or ".db-shm"));
    }

    [Fact(Explicit = true)]
    public async Task Write_a_nodes_state_folder()
    {
        Make("node");
        using var node = KeptNode.New(data);
        (await node.ConvergeAsync("site::finished")).Exits(0);
        (await node.ConvergeAsync("site::failed")).Exits(1);
        await File.WriteAllTextAsync(Path.Combine(node.Dir, "kill"), "", Ct);
        (await node.ConvergeAsync("site")).Exits(1);
        var work = (await File.ReadAllTextAsync(Path.Combine(node.State, "work"), Ct)).TrimEnd('\n');
        Directory.Delete(work, recursive: true);
        Copy(node.State, data["node"], _ => true);
        foreach (var file in Directory.EnumerateFiles(data["node"], "*", SearchOption.AllDirectories))
        {
            var text = (await File.ReadAllTextAsync(file, Ct)).Replace(work, "{work}", StringComparison.Ordinal);
            await File.WriteAllTextAsync(file, Anonymous(text, node), Ct);
        }

        Copy(data["node"], node.State, _ => true);
        await WriteAsync("runs.verified.json", (await KeptNode.RunsAsync("--json")).Exits(0).Out);
    }

    [Fact(Explicit = true)]
    public async Task Write_a_shell_program()
    {
        Make("old-program.sh");
        using var node = KeptNode.New(data);
        var program = (await node.RunAsync("show program", "hold")).Exits(0).Out;
        await WriteAsync("old-program.sh", Anonymous(program, node));
    }

    private static async Task StartAndStopAsync(string folder)
    {
        var options = new ServerOptions(new(folder)) { Http = new() { Urls = ["http://127.0.0.1:0"] } };
        await using var server = await ControlServer.StartAsync(options, Ct);
    }

    private void Make(string name) =>
        Assert.False(Path.Exists(data[name]), $"{data[name]} exists, and compatibility data is written once");

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(data[name], text, Ct);

    /// <summary>Replaces the names of the machine and of its folders.</summary>
    private string Anonymous(string text, KeptNode node) => text
        .Replace(node.Dir, "/srv/site", StringComparison.Ordinal)
        .Replace(data["cookbooks"], "/srv/cookbooks", StringComparison.Ordinal)
        .Replace(Environment.MachineName, "laptop", StringComparison.Ordinal);

    private static void Shrink(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "vacuum; pragma wal_checkpoint(truncate)";
        command.ExecuteNonQuery();
    }

    private static void Copy(string folder, string destination, Func<string, bool> wanted)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(wanted))
        {
            var copy = Path.Combine(destination, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}

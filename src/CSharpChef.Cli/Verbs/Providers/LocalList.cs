using System.Globalization;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Nouns.Answers;
using CSharpChef.Cli.Options;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Images;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs.Providers;

/// <summary><c>csharpchef provider local list</c></summary>
internal static class LocalList
{
    private const string None = "none";

    public static Command Create()
    {
        var (folder, output) = (new LocalFolderOption(), new OutputOptions());
        var command = new Command("list", """
            List images and machines of this host.
            A machine has the id of its instance, and a number that counts the instance's machines. The state partial is that of
            a machine whose launch or removal was interrupted.

            Examples:
              csharpchef provider local list
              csharpchef provider local list --json
            """);
        folder.AddTo(command);
        output.AddJsonTo(command);
        command.SetAction((parsed, ct) => RunAsync(new(folder.Read(parsed)), output.Json(parsed), ct));
        return command;
    }

    private static async Task<int> RunAsync(LocalInventory inventory, bool json, CancellationToken ct)
    {
        var images = new JsonArray([.. inventory.Images().Select(Json)]);
        var machines = new JsonArray([.. (await inventory.MachinesAsync(ct)).Select(Json)]);
        if (json)
        {
            Console.Out.WriteLine(new JsonObject { ["images"] = images, ["machines"] = machines }.ToJsonString());
            return 0;
        }

        Write("images", ["Name", "Suite", "BuiltAt", "Mirror"], images);
        Write("machines", ["Id", "Hostname", "State", "Address", "Image", "InstanceId"], machines);
        return 0;
    }

    private static void Write(string title, string[] columns, JsonArray rows)
    {
        Console.Out.WriteLine(rows.Count == 0 ? $"{title}: {None}" : $"{title}:");
        if (rows.Count > 0)
        {
            AnswerTable.Write(columns, rows);
        }
    }

    private static JsonNode Json(MachineImage image) => new JsonObject
    {
        ["Name"] = image.Name,
        ["Suite"] = image.Suite,
        ["Mirror"] = image.Mirror,
        ["Packages"] = new JsonArray([.. image.Packages.Select(name => (JsonNode)name)]),
        ["BuiltAt"] = image.BuiltAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["Folder"] = image.Folder,
    };

    private static JsonNode Json(ListedMachine listed) => new JsonObject
    {
        ["Id"] = listed.Machine.Id,
        ["Hostname"] = listed.Record?.Hostname,
        ["State"] = listed.IsPartial ? "partial" : listed.Machine.State.ToString().ToLowerInvariant(),
        ["Address"] = listed.Machine.Address,
        ["Image"] = listed.Record is { } record ? Path.GetFileName(Path.GetDirectoryName(record.Image)) : null,
        ["InstanceId"] = listed.Record?.InstanceId,
    };
}

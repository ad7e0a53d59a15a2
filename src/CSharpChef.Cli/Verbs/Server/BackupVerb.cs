using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Backup;
using CSharpChef.Web.Serving;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs.Server;

/// <summary><c>csharpchef backup</c></summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var store = new DataOptions();
        var file = new Argument<string>("FILE")
        {
            Description = "The file to write. An existing regular file is replaced when the new backup is complete."
        };
        var command = new Command("backup", """
            Write a server's store to one file.
            The server may run meanwhile. Secrets stay sealed in the backup: keep the file master.key as well, in another place.

            Examples:
              csharpchef backup chef-2026-11-24.backup
            """);
        command.Arguments.Add(file);
        store.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var options = store.Read(parsed);
            return StoreFaults.ExplainAsync(options, () => RunAsync(options, parsed.GetValue(file)!, ct));
        });
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions options, string file, CancellationToken ct)
    {
        BackupFile.Require(file, options);
        await using var database = await StoreOpening.ExistingAsync(options, ct);
        var rows = await BackupWriter.WriteAsync(database, file, TimeProvider.System, ct);
        Console.WriteLine($"{Plural.Of(rows, "row")} written to {file}");
        return 0;
    }
}

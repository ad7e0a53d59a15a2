using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Backup;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef backup</c></summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var store = new StoreOptionSet();
        var file = new Argument<string>("FILE")
        {
            Description = "Where the backup goes; a file that is there is replaced when the new one is whole."
        };
        var command = new Command("backup", """
            Writes all that a server's store holds into one file. The server may run meanwhile. Secrets stay sealed in it: keep the
            file master.key as well, and elsewhere.

            Examples:
              csharpchef backup chef-2026-11-24.backup
            """);
        command.Arguments.Add(file);
        store.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(store.Read(parsed), parsed.GetValue(file)!, ct));
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions options, string file, CancellationToken ct)
    {
        await using var database = await StoreOpening.ExistingAsync(options, ct);
        var rows = await BackupWriter.WriteAsync(database, file, TimeProvider.System, ct);
        Console.WriteLine($"{rows} rows written to {file}");
        return 0;
    }
}

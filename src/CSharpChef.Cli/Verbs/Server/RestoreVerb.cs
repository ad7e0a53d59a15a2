using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Backup;
using CSharpChef.Web.Serving;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs.Server;

/// <summary><c>csharpchef restore</c></summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var store = new DataOptions();
        var file = new Argument<string>("FILE") { Description = "The backup to restore." };
        var command = new Command("restore", """
            Restore a backup into an empty store.
            Restores everything or nothing. The backup may come from another kind of database, so this also moves a server from
            SQLite to PostgreSQL. Copy the file master.key of the old server into the data folder of the new one.

            When the server starts, it pauses every stack with the reason "restored": the machines have gone on since the backup.
            Commands that waited in the backup may have run since, so they wait for the end of the pause, too: look at them with
            csharpchef command list --stack STACK, cancel those that must not run again, and end the pause with csharpchef stack resume STACK.

            Examples:
              csharpchef restore chef-2026-11-24.backup --data /srv/chef
              csharpchef restore chef-2026-11-24.backup --store postgres://chef@db/chef
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
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file {file}: name a backup that csharpchef backup has written.");
        }

        using var folder = DataFolderLock.Acquire(options.DataFolder);
        await using var database = await StoreOpening.DatabaseAsync(options, ct);
        var rows = await BackupReader.ReadAsync(database, file, TimeProvider.System, ct);
        Console.WriteLine($"{Plural.Of(rows, "row")} restored; every stack is paused when the server starts");
        if (!File.Exists(options.KeyPath))
        {
            await Console.Error.WriteLineAsync(
                $"{options.KeyPath} does not exist: copy the old server's key file there before the server starts.");
        }

        return 0;
    }
}

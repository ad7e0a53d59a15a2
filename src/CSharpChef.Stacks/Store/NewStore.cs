using CSharpChef.Stacks.Store.Databases;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store;

/// <summary>Tells a new store from one that was lost, and makes the first master key.</summary>
internal static class NewStore
{
    // A key without its store: a new store would be another server, and nobody would look for the lost one.
    public static void RefuseLost(StoreOptions options)
    {
        string[] files = [options.KeyPath, options.CredentialsPath];
        if (files.FirstOrDefault(File.Exists) is { } left)
        {
            var store = options.Url is null ? options.SqlitePath : "the database of --store";
            throw new StoreException(
                $"{left} belongs to a server, and its store is missing: {store} does not exist or is empty. "
                + $"Restore it (csharpchef restore), or name the right one with --data or --store. For a new server, move {left} away first.");
        }
    }

    // A store with secrets must not get a new key when its key file is missing: nobody would look for the old one.
    public static async Task MakeKeyAsync(StoreOptions options, IDatabase database, CancellationToken ct)
    {
        if (File.Exists(options.KeyPath))
        {
            return;
        }

        if (Directory.Exists(options.KeyPath))
        {
            throw new StoreException(
                $"{options.KeyPath} is a folder, and must be the file of the master keys: move it away, or name a file with --master-key.");
        }

        await using var transaction = await database.ReadAsync(ct);
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = "select (select count(*) from secret) + (select count(*) from answer)";
        if (Convert.ToInt64(
            await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture) > 0)
        {
            throw new StoreException(
                $"{options.KeyPath} is missing, and the store holds secrets sealed with its keys: restore it from its backup, or name it with --master-key.");
        }

        MasterKeyFile.Write(options.KeyPath, [MasterKeyFile.New()]);
    }
}

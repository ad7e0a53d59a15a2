using CSharpChef.Stacks.Store.Databases;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store;

/// <summary>Opens a store, and creates it when it does not exist.</summary>
internal static class StoreOpening
{
    public static async Task<DocumentStore> OpenAsync(StoreOptions options, TimeProvider clock, CancellationToken ct)
    {
        Directory.CreateDirectory(options.DataFolder);
        if (options.Url is null && !File.Exists(options.SqlitePath))
        {
            RefuseLost(options);
        }

        var database = await DatabaseAsync(options, ct);
        try
        {
            if (await database.IsEmptyAsync(ct))
            {
                RefuseLost(options);
            }

            await Migrations.ApplyAsync(database, ct);
            await MakeKeyAsync(options, database, ct);
            return await TryKeysAsync(new(database, new(options.KeyPath), clock), ct);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the database of an existing store, for work beside the server.</summary>
    public static async Task<IDatabase> ExistingAsync(StoreOptions options, CancellationToken ct)
    {
        RequireExisting(options);
        var database = await DatabaseAsync(options, ct);
        try
        {
            await Migrations.RequireCurrentAsync(database, ct);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens an existing store with its keys.</summary>
    public static async Task<DocumentStore> OpenExistingAsync(
        StoreOptions options, TimeProvider clock, CancellationToken ct)
    {
        var database = await ExistingAsync(options, ct);
        try
        {
            return await TryKeysAsync(new(database, new(options.KeyPath), clock), ct);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public static void RequireExisting(StoreOptions options)
    {
        if (options.Url is null && !File.Exists(options.SqlitePath))
        {
            throw new StoreException(
                $"No store exists in {options.DataFolder}: name the server's folder with --data, or its database with --store.");
        }
    }

    /// <summary>Opens the database as it is, or a new one without tables.</summary>
    public static async Task<IDatabase> DatabaseAsync(StoreOptions options, CancellationToken ct) =>
        options.Url is { } url
            ? PostgresDatabase.Open(url)
            : await SqliteDatabase.OpenAsync(options.SqlitePath, options.FreeBytes, ct);

    // A key without its store: a new store would be another server, and nobody would look for the lost one.
    private static void RefuseLost(StoreOptions options)
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

    private static async Task<DocumentStore> TryKeysAsync(DocumentStore store, CancellationToken ct) =>
        await store.ReadAsync(session => Task.FromResult(session.Secrets.Fault), ct) is { } fault
            ? throw new StoreException(fault)
            : store;

    // A store with secrets must not get a new key when its key file is missing: nobody would look for the old one.
    private static async Task MakeKeyAsync(StoreOptions options, IDatabase database, CancellationToken ct)
    {
        if (File.Exists(options.KeyPath))
        {
            return;
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

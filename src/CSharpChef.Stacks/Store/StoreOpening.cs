using CSharpChef.Stacks.Store.Databases;

namespace CSharpChef.Stacks.Store;

/// <summary>Opens a store, and creates it when it does not exist.</summary>
internal static class StoreOpening
{
    public static async Task<DocumentStore> OpenAsync(StoreOptions options, TimeProvider clock, CancellationToken ct)
    {
        Directory.CreateDirectory(options.DataFolder);
        if (options.Url is null && !File.Exists(options.SqlitePath))
        {
            NewStore.RefuseLost(options);
        }

        var database = await DatabaseAsync(options, ct);
        try
        {
            if (await database.IsEmptyAsync(ct))
            {
                NewStore.RefuseLost(options);
            }

            await Migrations.ApplyAsync(database, ct);
            await NewStore.MakeKeyAsync(options, database, ct);
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

    private static async Task<DocumentStore> TryKeysAsync(DocumentStore store, CancellationToken ct) =>
        await store.ReadAsync(session => Task.FromResult(session.Secrets.Fault), ct) is { } fault
            ? throw new StoreException(fault)
            : store;
}

using CSharpChef.Stacks.Store.Databases;
using CSharpChef.Stacks.Text;
using Dapper;

namespace CSharpChef.Stacks.Store.Backup;

/// <summary>The note in a restored store that no server has run with it since the restore.</summary>
internal static class RestoreNote
{
    private const string Key = "restored";

    /// <summary>Writes the note, with the rows of the backup.</summary>
    public static Task WriteAsync(IDatabaseTransaction transaction, DateTimeOffset now) =>
        transaction.Connection.ExecuteAsync(
            "insert into meta (key, value) values (@Key, @at) on conflict (key) do update set value = excluded.value",
            new { Key, at = TimeConverter.StoreText(now) },
            transaction.Transaction);

    /// <summary>Removes the note.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> TakeAsync(StoreSession session) =>
        await session.ExecuteAsync("delete from meta where key = @Key", new { Key }) > 0;
}

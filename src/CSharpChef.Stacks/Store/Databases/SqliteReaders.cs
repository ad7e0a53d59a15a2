using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>Connections that read a SQLite file, opened when they are first needed, up to a number.</summary>
internal sealed class SqliteReaders(int most, Func<CancellationToken, Task<SqliteConnection>> connect)
{
    private int opened;

    public Channel<SqliteConnection> Idle { get; } = Channel.CreateUnbounded<SqliteConnection>();

    /// <summary>Takes an idle connection, or opens one, or waits when all are in use.</summary>
    public async Task<SqliteConnection> TakeAsync(CancellationToken ct)
    {
        if (Idle.Reader.TryRead(out var idleReader))
        {
            return idleReader;
        }

        if (Interlocked.Increment(ref opened) > most)
        {
            Interlocked.Decrement(ref opened);
            return await SqliteDatabase.TakeAsync(Idle, ct);
        }

        try
        {
            return await connect(ct);
        }
        catch
        {
            Interlocked.Decrement(ref opened);
            throw;
        }
    }
}

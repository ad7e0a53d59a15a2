using System.Data.Common;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store;

/// <summary>Documents with versions, on SQLite or PostgreSQL.</summary>
internal sealed class DocumentStore(IDatabase database, SecretBox box, TimeProvider clock) : IAsyncDisposable
{
    private const int MostTries = 5;

    public IDatabase Database => database;

    public SecretBox Secrets => box;

    /// <summary>The work sees one state of everything.</summary>
    public async Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken ct)
    {
        try
        {
            await using var transaction = await database.ReadAsync(ct);
            return await work(new(database, transaction, box, clock.GetUtcNow()));
        }
        catch (DbException e) when (database.Classify(e) != DatabaseFault.Bug)
        {
            throw Away(e);
        }
    }

    /// <summary>All of the work is done, or none; when another was faster, it is done again from its start.</summary>
    public async Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var transaction = await database.WriteAsync(ct);
                var result = await work(new(database, transaction, box, clock.GetUtcNow()));
                await CommitAsync(transaction, ct);
                return result;
            }
            catch (StoreConflictException) when (tries < MostTries)
            {
            }
            catch (StoreConflictException e)
            {
                throw ApiError.Unavailable($"{e.Message} Try again.", e);
            }
            catch (DbException e) when (tries < MostTries && database.Classify(e) == DatabaseFault.Conflict)
            {
            }
            catch (DbException e) when (database.Classify(e) != DatabaseFault.Bug)
            {
                throw Away(e);
            }
        }
    }

    /// <summary>Work in slices, so that others get their turn, until one is less than whole.</summary>
    /// <param name="work">Says how much it did.</param>
    /// <returns>How much all did.</returns>
    public async Task<int> WriteAsync(int slice, Func<StoreSession, Task<int>> work, CancellationToken ct)
    {
        var (done, last) = (0, slice);
        while (last == slice)
        {
            last = await WriteAsync(work, ct);
            done += last;
        }

        return done;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task CommitAsync(IDatabaseTransaction transaction, CancellationToken ct)
    {
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch (DbException e) when (database.IsOutcomeUnknown(e))
        {
            throw ApiError.Unavailable(
                $"The store went away at the end of this change: {Excerpt.Of(e.Message)}. It may have been made or not: look before you try again.", e);
        }
    }

    private static OperationException Away(DbException e) =>
        ApiError.Unavailable($"The store cannot be used now: {Excerpt.Of(e.Message)}. Nothing was changed; try again.", e);
}

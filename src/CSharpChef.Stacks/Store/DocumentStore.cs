using System.Data.Common;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Store;

/// <summary>Documents with versions, on SQLite or PostgreSQL.</summary>
internal sealed class DocumentStore(IDatabase database, SecretBox box, TimeProvider clock) : IAsyncDisposable
{
    private const int MostTries = 5;
    private readonly Uuid7 ids = new();

    public IDatabase Database => database;

    public SecretBox Secrets => box;

    /// <summary>Hears of work once the session that noted it has stored its changes. It must not throw.</summary>
    public Action<IReadOnlyList<WorkItem>>? Woken { get; set; }

    /// <summary>Runs work that sees one state of the whole store and changes nothing.</summary>
    public Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken ct) =>
        ReadAsync(database.ReadAsync, work, ct);

    /// <summary>Runs work that looks up a credential. It does not wait for other sessions.</summary>
    public Task<T> SignInAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken ct) =>
        ReadAsync(database.SignInAsync, work, ct);

    private async Task<T> ReadAsync<T>(
        Func<CancellationToken, Task<IDatabaseTransaction>> begin, Func<StoreSession, Task<T>> work,
        CancellationToken ct)
    {
        try
        {
            await using var transaction = await begin(ct);
            return await work(await BeginAsync(transaction));
        }
        catch (DbException e) when (database.Classify(e) != DatabaseFault.Bug)
        {
            throw Failure(e);
        }
    }

    /// <summary>Stores all changes of the work, or none. After a conflict the work runs again from its start.</summary>
    /// <exception cref="StoreFailureException">A name is taken, the database is unavailable, conflicts persist, or the
    /// outcome of the commit is unknown.</exception>
    public async Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var transaction = await database.WriteAsync(ct);
                var session = await BeginAsync(transaction);
                var result = await work(session);
                await CommitAsync(transaction, ct);
                if (session.Woken.Count > 0)
                {
                    Woken?.Invoke(session.Woken);
                }

                return result;
            }
            catch (StoreFailureException e) when (tries < MostTries && e.Kind == StoreFailureKind.Conflict)
            {
            }
            catch (DbException e) when (tries < MostTries && database.Classify(e) == DatabaseFault.Conflict)
            {
            }
            catch (DbException e) when (database.Classify(e) != DatabaseFault.Bug)
            {
                throw Failure(e);
            }
        }
    }

    /// <summary>
    /// Repeats work of limited size, so that others can write in between, until it does less than that.
    /// </summary>
    /// <param name="slice">The most that the work does at once.</param>
    /// <param name="work">Returns how much it did.</param>
    /// <returns>How much was done altogether.</returns>
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

    /// <summary>Gives the space of deleted rows back to the disk.</summary>
    public async Task ShrinkAsync(CancellationToken ct)
    {
        try
        {
            await database.ShrinkAsync(ct);
        }
        catch (DbException e) when (database.Classify(e) != DatabaseFault.Bug)
        {
            throw Failure(e);
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<StoreSession> BeginAsync(IDatabaseTransaction transaction)
    {
        var session = new StoreSession(database, transaction, box, ids, clock.GetUtcNow());
        await KeyTrial.JudgeChangedAsync(session);
        return session;
    }

    private async Task CommitAsync(IDatabaseTransaction transaction, CancellationToken ct)
    {
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch (DbException e) when (database.IsOutcomeUnknown(e))
        {
            throw new StoreFailureException(
                StoreFailureKind.OutcomeUnknown,
                $"The store lost its database while this change was committed: {database.Explain(e)}. It may have been made or not: look before you try again.",
                e);
        }
    }

    private StoreFailureException Failure(DbException e) => new(
        StoreFailureKind.Unavailable,
        database.Classify(e) == DatabaseFault.Damage
            ? $"The store cannot be used: {database.Explain(e)}. Nothing was changed."
            : $"The store is unavailable: {database.Explain(e)}. Nothing was changed; try again.",
        e);
}

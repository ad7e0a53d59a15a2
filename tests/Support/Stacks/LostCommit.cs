using System.Data.Common;
using CSharpChef.Stacks.Store.Databases;

namespace CSharpChef.TestSupport.Stacks;

/// <summary>A database that commits, and loses the connection before the client learns of it.</summary>
internal sealed class LostCommit(IDatabase inner) : IDatabase
{
    public string? Fault => inner.Fault;

    public string Identity => inner.Identity;

    public string Listed => inner.Listed;

    public string ListedDocuments => inner.ListedDocuments;

    public string ClockIn(int seconds) => inner.ClockIn(seconds);

    public string Body => inner.Body;

    public Task<bool> IsEmptyAsync(CancellationToken ct) => inner.IsEmptyAsync(ct);

    public Task<IDatabaseTransaction> SignInAsync(CancellationToken ct) => inner.SignInAsync(ct);

    public Task<IDatabaseTransaction> ReadAsync(CancellationToken ct) => inner.ReadAsync(ct);

    public async Task<IDatabaseTransaction> WriteAsync(CancellationToken ct) =>
        new Transaction(await inner.WriteAsync(ct));

    public Task LockRowAsync(IDatabaseTransaction transaction, string row, object values) =>
        inner.LockRowAsync(transaction, row, values);

    public Task LockNameAsync(IDatabaseTransaction transaction, string name, bool shared) =>
        inner.LockNameAsync(transaction, name, shared);

    public Task<IAsyncDisposable> LockSchemaAsync(CancellationToken ct) => inner.LockSchemaAsync(ct);

    public Task ShrinkAsync(CancellationToken ct) => inner.ShrinkAsync(ct);

    public Task CopyAsync(string name, CancellationToken ct) => inner.CopyAsync(name, ct);

    public DatabaseFault Classify(DbException e) => DatabaseFault.Unavailable;

    public bool IsConstraint(DbException e) => inner.IsConstraint(e);

    public bool IsOutcomeUnknown(DbException e) => e is Lost;

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class Transaction(IDatabaseTransaction inner) : IDatabaseTransaction
    {
        public DbConnection Connection => inner.Connection;

        DbTransaction IDatabaseTransaction.Transaction => inner.Transaction;

        public async Task CommitAsync(CancellationToken ct)
        {
            await inner.CommitAsync(ct);
            throw new Lost();
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class Lost() : DbException("the connection broke");
}

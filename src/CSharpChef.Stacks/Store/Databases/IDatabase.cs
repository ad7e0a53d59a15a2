using System.Data.Common;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>
/// The database that holds the store's tables. Both kinds understand the same SQL; they differ in how connections are
/// opened and rows are locked.
/// </summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>The type of a column that numbers its rows.</summary>
    string Identity { get; }

    /// <summary>
    /// The query of the texts in a JSON list that is the parameter <c>@list</c>, so that a list may be as long as a
    /// request.
    /// </summary>
    string Listed { get; }

    /// <summary>
    /// The query of the documents of the kind <c>@kind</c> whose ids are in the JSON list <c>@list</c>: <c>id</c>,
    /// <c>place</c> in the list, and <c>bytes</c> of the body, which it does not read.
    /// </summary>
    string ListedDocuments { get; }

    /// <summary>The column <c>body</c> as JSON, for the operator <c>-&gt;&gt;</c>.</summary>
    string Body { get; }

    /// <summary>The time some seconds from now by the clock of the database, as SQL, in the store's form.</summary>
    string ClockIn(int seconds);

    /// <summary>
    /// What keeps changes from being stored although the database can be read, in words for anybody; null when nothing
    /// is known.
    /// </summary>
    string? Fault { get; }

    /// <summary>True when it has no table.</summary>
    Task<bool> IsEmptyAsync(CancellationToken ct);

    /// <summary>Opens a transaction that sees one state of the whole database and changes nothing.</summary>
    Task<IDatabaseTransaction> ReadAsync(CancellationToken ct);

    /// <summary>
    /// Opens a transaction like <see cref="ReadAsync"/>, to look up a credential. It has connections of its own and
    /// does not wait for other transactions.
    /// </summary>
    Task<IDatabaseTransaction> SignInAsync(CancellationToken ct);

    /// <summary>Opens a transaction that may write.</summary>
    Task<IDatabaseTransaction> WriteAsync(CancellationToken ct);

    /// <summary>Locks a row until the transaction ends: others that lock it wait until then.</summary>
    /// <param name="row">The table and the condition, as after <c>from</c>.</param>
    /// <param name="values">The parameters of the condition.</param>
    Task LockRowAsync(IDatabaseTransaction transaction, string row, object values);

    /// <summary>
    /// Takes a lock that has a name and no row, until the transaction ends. Many may share it; one that does not share
    /// it waits for them, and is not overtaken by later ones.
    /// </summary>
    Task LockNameAsync(IDatabaseTransaction transaction, string name, bool shared);

    /// <summary>Keeps other processes from changing the schema until the lock is disposed.</summary>
    Task<IAsyncDisposable> LockSchemaAsync(CancellationToken ct);

    /// <summary>
    /// Gives the space of deleted rows back to the disk, a part at a time, so that others can write in between.
    /// </summary>
    Task ShrinkAsync(CancellationToken ct);

    /// <summary>Copies the database before its schema changes, where it is a file of the data folder.</summary>
    Task CopyAsync(string name, CancellationToken ct);

    /// <summary>Classifies the error of a failed statement.</summary>
    DatabaseFault Classify(DbException e);

    /// <summary>
    /// Says why a statement failed for which this program is not to blame, in words for users, without a full stop.
    /// </summary>
    string Explain(DbException e) => Excerpt.Of(Reason.Of(e)).TrimEnd('.');

    /// <summary>True when a row contradicts the schema, such as a second one with the same key.</summary>
    bool IsConstraint(DbException e);

    /// <summary>True when the commit may have succeeded although it threw.</summary>
    bool IsOutcomeUnknown(DbException e);
}

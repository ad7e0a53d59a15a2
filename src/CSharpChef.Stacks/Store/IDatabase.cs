using System.Data.Common;

namespace CSharpChef.Stacks.Store;

/// <summary>
/// Where the store's tables are. Both kinds understand the same SQL; they differ in how connections are had.
/// </summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>The type of a column that numbers its rows.</summary>
    string Identity { get; }

    /// <summary>
    /// The query of the texts in a JSON list that is given as <c>@list</c>. So a list may be as long as a request.
    /// </summary>
    string Listed { get; }

    /// <summary>A connection in a transaction that sees one state of everything and changes nothing.</summary>
    Task<IDatabaseTransaction> ReadAsync(CancellationToken ct);

    /// <summary>A connection in a transaction that may write.</summary>
    Task<IDatabaseTransaction> WriteAsync(CancellationToken ct);

    /// <summary>Lets no other process change the schema until it is disposed.</summary>
    Task<IAsyncDisposable> LockSchemaAsync(CancellationToken ct);

    /// <summary>Keeps a copy of what is there, where the database is a file of ours.</summary>
    Task CopyAsync(string name, CancellationToken ct);

    DatabaseFault Classify(DbException e);

    /// <summary>Whether a commit that failed so may be done for all that: nobody heard its end.</summary>
    bool IsOutcomeUnknown(DbException e);
}

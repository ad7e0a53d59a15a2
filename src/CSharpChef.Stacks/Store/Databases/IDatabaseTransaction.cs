using System.Data.Common;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>A connection with an open transaction, which is rolled back when it is disposed without a commit.</summary>
internal interface IDatabaseTransaction : IAsyncDisposable
{
    DbConnection Connection { get; }

    DbTransaction Transaction { get; }

    Task CommitAsync(CancellationToken ct);
}

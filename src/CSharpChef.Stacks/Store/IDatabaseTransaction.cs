using System.Data.Common;

namespace CSharpChef.Stacks.Store;

/// <summary>Disposed without a commit, it leaves nothing.</summary>
internal interface IDatabaseTransaction : IAsyncDisposable
{
    DbConnection Connection { get; }

    DbTransaction Transaction { get; }

    Task CommitAsync(CancellationToken ct);
}

using System.Runtime.CompilerServices;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Operations;

/// <summary>
/// Reads the documents of an answer in slices, while it is written. Each slice is a session of its own, so that a slow
/// client keeps no connection of the store. A document that was removed since its id was read is left out.
/// </summary>
/// <param name="store">Has the documents.</param>
/// <param name="mostLongAnswers">The number of long answers, each of which has a slice in memory while its client
/// reads; another waits.</param>
internal sealed class Listings(DocumentStore store, int mostLongAnswers = 256) : IDisposable
{
    private readonly SemaphoreSlim longAnswers = new(mostLongAnswers);

    /// <param name="ids">The ids in the order of the answer, each once.</param>
    /// <param name="show">Returns the documents of a slice as the caller may see them. Default: as they are.</param>
    /// <param name="ct">Cancelled when the client disconnects.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        IReadOnlyList<string> ids, Func<IReadOnlyList<T>, StoreSession, Task<IReadOnlyList<T>>>? show = null,
        [EnumeratorCancellation] CancellationToken ct = default)
        where T : class, IDocument
    {
        var (documents, next) = await SliceAsync(ids, 0, show, ct);
        foreach (var document in documents)
        {
            yield return document;
        }

        if (next == ids.Count)
        {
            yield break;
        }

        await longAnswers.WaitAsync(ct);
        try
        {
            while (next < ids.Count)
            {
                (documents, next) = await SliceAsync(ids, next, show, ct);
                foreach (var document in documents)
                {
                    yield return document;
                }
            }
        }
        finally
        {
            longAnswers.Release();
        }
    }

    public void Dispose() => longAnswers.Dispose();

    private async Task<(IReadOnlyList<T> Documents, int Next)> SliceAsync<T>(
        IReadOnlyList<string> ids, int from, Func<IReadOnlyList<T>, StoreSession, Task<IReadOnlyList<T>>>? show,
        CancellationToken ct)
        where T : class, IDocument
    {
        if (from == ids.Count)
        {
            return ([], from);
        }

        return await store.ReadAsync(
            async session =>
            {
                var (documents, next) = await session.SliceAsync<T>(ids, from);
                return (show is null ? documents : await show(documents, session), next);
            },
            ct);
    }
}

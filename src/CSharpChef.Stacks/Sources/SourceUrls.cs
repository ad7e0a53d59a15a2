using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Sources;

/// <summary>Opens and filters the URLs of stored sources.</summary>
internal static class SourceUrls
{
    /// <summary>Returns the source with its URL as it was sent.</summary>
    public static async Task<Source?> OpenAsync<T>(T owner, Source? source, StoreSession store)
        where T : class, IDocument => source?.SealedUrl is { } url
            ? source with { Url = await store.RevealAsync(owner, url) }
            : source;

    /// <summary>Filters a URL that an earlier release stored in clear.</summary>
    public static Source? Filter(Source? source) =>
        source is { Url: { } url } ? source with { Url = SourceUrl.FilteredText(url) } : source;

    /// <summary>
    /// Returns the documents with the URLs of their sources as they were sent where the caller has the right, and
    /// filtered elsewhere.
    /// </summary>
    /// <param name="with">Replaces the source of a document.</param>
    public static async Task<IReadOnlyList<T>> ShowAsync<T>(
        IReadOnlyList<T> documents, Right right, Func<T, Source?> source, Func<T, Source, T> with, Call call)
        where T : class, IDocument
    {
        var changeable = new List<T>();
        foreach (var document in documents.Where(document => source(document) is not null))
        {
            if (await call.MayAsync(right, document.OwnerStack!))
            {
                changeable.Add(document);
            }
        }

        var urls = await RevealAsync(changeable, source, call.Store);
        return [.. documents.Select(document => source(document) is { } current
            ? with(document, urls.TryGetValue(document.Id, out var url) ? current with { Url = url } : Filter(current)!)
            : document)];
    }

    private static async Task<Dictionary<string, string?>> RevealAsync<T>(
        IReadOnlyList<T> owners, Func<T, Source?> source, StoreSession store)
        where T : class, IDocument
    {
        var urls = owners.ToDictionary(owner => owner.Id, owner => source(owner)!.Url);
        var sealedUrls = owners.Where(owner => source(owner)!.SealedUrl is not null)
            .Select(owner => (owner, source(owner)!.SealedUrl!));
        foreach (var (owner, url) in await store.RevealAsync<T>([.. sealedUrls]))
        {
            urls[owner] = url;
        }

        return urls;
    }
}

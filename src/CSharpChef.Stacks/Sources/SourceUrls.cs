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
    /// Returns the documents with the URLs of their sources as they were sent where the caller may change them, and
    /// filtered elsewhere.
    /// </summary>
    /// <param name="mayChange">Whether the caller may change a document.</param>
    /// <param name="source">The source of a document.</param>
    /// <param name="with">Replaces the source of a document.</param>
    /// <param name="store">The session.</param>
    public static async Task<IReadOnlyList<T>> ShowAsync<T>(
        IReadOnlyList<T> documents, Predicate<T> mayChange, Func<T, Source?> source, Func<T, Source, T> with,
        StoreSession store)
        where T : class, IDocument
    {
        var changeable = documents.Where(document => source(document) is not null && mayChange(document)).ToList();
        var urls = await RevealAsync(changeable, source, store);
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

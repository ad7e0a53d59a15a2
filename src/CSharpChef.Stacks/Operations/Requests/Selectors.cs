using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>Reads what a Describe request selects by exactly one of several members.</summary>
internal static class Selectors
{
    /// <summary>Selects the documents with the given ids.</summary>
    public static Selector ByIds<T>(string member, IReadOnlyList<string>? ids)
        where T : class, IDocument =>
        new(member, ids is { Count: > 0 }, call => call.CheckAsync<T>(ids!));

    /// <summary>Selects the documents that are listed under an owner.</summary>
    public static Selector Under<TOwner, T>(string member, string? owner)
        where TOwner : class, IDocument
        where T : class, IDocument =>
        new(
            member,
            !string.IsNullOrEmpty(owner),
            async call => await call.Store.IdsAsync<T>((await call.GetAsync<TOwner>(owner)).Id));

    /// <summary>Reads the selected documents while the answer is written.</summary>
    public static async Task<IAsyncEnumerable<T>> ReadAsync<T>(Call call, params IReadOnlyList<Selector> selectors)
        where T : class, IDocument => call.Read<T>(await IdsAsync(call, selectors));

    /// <summary>Reads the ids of the selected documents.</summary>
    public static Task<IReadOnlyList<string>> IdsAsync(Call call, params IReadOnlyList<Selector> selectors)
    {
        var names = string.Join(", ", selectors.Select(selector => selector.Member));
        return selectors.Where(selector => selector.IsGiven).ToList() switch
        {
            [] => throw ApiError.Invalid($"Please provide one of {names}."),
            [var only] => only.ReadAsync(call),
            _ => throw ApiError.Invalid($"Please provide only one of {names}."),
        };
    }
}

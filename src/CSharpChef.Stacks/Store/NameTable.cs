namespace CSharpChef.Stacks.Store;

/// <summary>The table of names that only one document of a scope may have.</summary>
internal static class NameTable
{
    private const char Separator = '\n';

    /// <summary>The names of a scope, read as one text: a row for each of thousands costs much more.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(this StoreSession store, string scope) =>
        (await store.ScalarAsync<string?>(
            "select string_agg(name, @Separator) from name where scope = @scope",
            new { scope, Separator = $"{Separator}" }))?.Split(Separator) ?? [];

    /// <exception cref="StoreFailureException">Another document has one of the names.</exception>
    public static async Task MoveNamesAsync(
        this StoreSession store, string kind, string id, IEnumerable<UniqueName> before, IEnumerable<UniqueName> after)
    {
        foreach (var dropped in before.Except(after))
        {
            await store.ExecuteAsync(
                "delete from name where scope = @Scope and name = @Name", new { dropped.Scope, dropped.Name });
        }

        foreach (var added in after.Except(before))
        {
            await ClaimAsync(store, kind, id, added);
        }
    }

    private static async Task ClaimAsync(StoreSession store, string kind, string id, UniqueName name)
    {
        const string Claim =
            "insert into name (scope, name, kind, id) values (@Scope, @Name, @kind, @id) on conflict (scope, name) do nothing";
        if (await store.ExecuteAsync(Claim, new { name.Scope, name.Name, kind, id }) == 0)
        {
            throw new StoreFailureException(StoreFailureKind.NameTaken, name.Taken);
        }
    }
}

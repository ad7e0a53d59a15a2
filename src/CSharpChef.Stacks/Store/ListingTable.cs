namespace CSharpChef.Stacks.Store;

/// <summary>The table that lists documents under the ids of their owners.</summary>
internal static class ListingTable
{
    /// <summary>The other owners of the documents of a kind that are listed under an owner.</summary>
    public static Task<IReadOnlyList<string>> OtherOwnersAsync(this StoreSession store, string kind, string owner) =>
        store.QueryAsync<string>(
            """
            select distinct other.owner from listing l join listing other on other.kind = l.kind and other.id = l.id
            where l.kind = @kind and l.owner = @owner and other.owner <> @owner order by other.owner
            """,
            new { kind, owner });

    public static async Task MoveListingsAsync(
        this StoreSession store, string kind, string id, IEnumerable<string> before, IEnumerable<string> after)
    {
        foreach (var owner in before.Except(after))
        {
            await store.ExecuteAsync(
                "delete from listing where kind = @kind and owner = @owner and id = @id", new { kind, owner, id });
        }

        foreach (var owner in after.Except(before))
        {
            await store.ExecuteAsync(
                "insert into listing (kind, owner, id) values (@kind, @owner, @id)", new { kind, owner, id });
        }
    }
}

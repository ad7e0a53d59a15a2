namespace CSharpChef.Stacks.Store;

/// <summary>The table that lists documents under the ids of their owners.</summary>
internal static class ListingTable
{
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

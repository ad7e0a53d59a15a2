using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// The table of answers to changes, kept for a client that sends a change again. Answers are sealed, because they may
/// hold secrets.
/// </summary>
internal static class AnswerTable
{
    /// <summary>
    /// The kind of the rows of the table <c>secret</c> in which earlier releases kept answers. While a cluster is
    /// updated, its servers of the previous release still write them; the next release need not read them.
    /// </summary>
    public const string EarlierKind = "answer";

    /// <summary>Reserves the place of an answer; waits while another session has reserved it.</summary>
    /// <returns>False when the answer exists.</returns>
    public static async Task<bool> ClaimAsync(StoreSession store, string id) => await store.ExecuteAsync(
        """
        insert into answer (id, at, key, sealed) select @id, @at, @key, ''
        where not exists (select 1 from secret where id = @id and kind = @kind) on conflict (id) do nothing
        """,
        new { id, at = TimeConverter.StoreText(store.Now), key = store.Secrets.Active, kind = EarlierKind }) == 1;

    /// <summary>Stores the answer in its reserved place, in the same session.</summary>
    public static Task KeepAsync(StoreSession store, string id, string answer)
    {
        var place = Place(TimeConverter.StoreText(store.Now), id);
        return store.ExecuteAsync(
            "update answer set key = @key, sealed = @text where id = @id",
            new { id, key = store.Secrets.Active, text = store.Secrets.Seal(answer, place) });
    }

    /// <summary>The answer that was kept; null when it was removed meanwhile.</summary>
    public static async Task<string?> FindAsync(StoreSession store, string id)
    {
        var rows = await store.QueryAsync<Row>(
            """
            select id as Id, at as At, sealed as Text from answer where id = @id
            union all select id, owner, sealed from secret where id = @id and kind = @kind
            """,
            new { id, kind = EarlierKind });
        return rows is [var row, ..] ? store.Secrets.Open(row.Text, Place(row.At, id)) : null;
    }

    /// <returns>The number of answers removed; less than <paramref name="most"/> when no more are left.</returns>
    public static Task<int> RemoveAsync(StoreSession store, DateTimeOffset before, int most) => store.ExecuteAsync(
        "delete from answer where id in (select id from answer where at < @before limit @most)",
        new { before = TimeConverter.StoreText(before), most });

    /// <summary>Removes answers from the table in which earlier versions kept them.</summary>
    public static Task<int> RemoveEarlierAsync(StoreSession store, DateTimeOffset before, int most) =>
        store.ExecuteAsync(
            "delete from secret where id in (select id from secret where kind = @kind and owner < @before limit @most)",
            new { kind = EarlierKind, before = TimeConverter.StoreText(before), most });

    /// <summary>Seals with the newest master key what an older one sealed.</summary>
    /// <returns>The number of answers sealed; less than <paramref name="most"/> when no more are left.</returns>
    public static async Task<int> ResealAsync(StoreSession store, int most)
    {
        var rows = await store.QueryAsync<Row>(
            "select id as Id, at as At, sealed as Text from answer where key <> @key order by id limit @most",
            new { key = store.Secrets.Active, most });
        foreach (var row in rows)
        {
            var text = store.Secrets.Reseal(row.Text, Place(row.At, row.Id));
            await store.ExecuteAsync(
                "update answer set key = @key, sealed = @text where id = @Id",
                new { key = store.Secrets.Active, text, row.Id });
        }

        return rows.Count;
    }

    private static string Place(string at, string id) => SecretBox.Place(EarlierKind, at, id);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string At { get; init; } = "";

        public string Text { get; init; } = "";
    }
}

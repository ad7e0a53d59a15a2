using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Store.Work;

/// <summary>
/// The rows of work that is to be done. A change that needs a server to act writes one in its own transaction, so that
/// the work is done even when every server ends right after it. A row belongs to one server at a time.
/// </summary>
internal static class WorkTable
{
    /// <summary>Notes that there is work, and lets the servers know when this session's changes are stored.</summary>
    /// <param name="due">When it is to be done at the earliest. Default: now.</param>
    public static async Task WakeAsync(this StoreSession session, WorkItem item, DateTimeOffset? due = null)
    {
        await session.ExecuteAsync(
            """
            insert into work (id, kind, due, wakes, owner) values (@Id, @Kind, @due, 1, null)
            on conflict (id) do update set
                wakes = work.wakes + 1, due = case when excluded.due < work.due then excluded.due else work.due end
            """,
            new { item.Id, item.Kind, due = TimeConverter.StoreText(due ?? session.Now) });
        session.Woken.Add(item);
    }

    /// <summary>Takes the work for a server; null when another one has it, or nothing is left to do.</summary>
    public static async Task<ClaimedWork?> ClaimAsync(this StoreSession session, string id, string server)
    {
        var rows = await session.QueryAsync<Row>(
            $"update work set owner = @server where id = @id and {IsFree(session)} returning wakes as Wakes, due as Due",
            new { id, server });
        return rows is [var row] ? new(row.Wakes, TimeConverter.ParseStored(row.Due)) : null;
    }

    /// <summary>The work that is due and that no running server has, the oldest first.</summary>
    /// <param name="most">The number of rows at most.</param>
    public static async Task<IReadOnlyList<WorkItem>> DueAsync(this StoreSession session, int most) =>
        await session.QueryAsync<WorkItem>(
            $"select kind as Kind, id as Id from work where due <= @now and {IsAbandoned(session)} order by due limit @most",
            new { now = TimeConverter.StoreText(session.Now), most });

    /// <summary>True while the work belongs to the server, so that it may store what it did.</summary>
    public static async Task<bool> OwnsAsync(this StoreSession session, string id, string server) =>
        await session.ScalarAsync<long>(
            "select count(*) from work where id = @id and owner = @server", new { id, server }) > 0;

    /// <summary>Removes work that is done.</summary>
    /// <returns>False when there was more work meanwhile.</returns>
    public static async Task<bool> FinishAsync(this StoreSession session, string id, string server, long wakes) =>
        await session.ExecuteAsync(
            "delete from work where id = @id and owner = @server and wakes = @wakes", new { id, server, wakes }) > 0;

    /// <summary>Leaves work for a later time, to any server.</summary>
    /// <returns>False when there was more work meanwhile.</returns>
    public static async Task<bool> PostponeAsync(
        this StoreSession session, string id, string server, long wakes, DateTimeOffset due) =>
        await session.ExecuteAsync(
            "update work set owner = null, due = @due where id = @id and owner = @server and wakes = @wakes",
            new { id, server, wakes, due = TimeConverter.StoreText(due) }) > 0;

    /// <summary>Gives up all work of a server.</summary>
    public static Task FreeAsync(this StoreSession session, string server) =>
        session.ExecuteAsync("update work set owner = null where owner = @server", new { server });

    /// <summary>Gives up all work of a server that ends, so that another one takes it over at once.</summary>
    public static async Task LeaveAsync(this StoreSession session, string server)
    {
        await session.FreeAsync(server);
        await session.ExecuteAsync("delete from server where id = @server", new { server });
    }

    /// <summary>Says that a server runs, for some seconds from now on by the clock of the database.</summary>
    public static Task RenewAsync(this StoreSession session, string server, int seconds) => session.ExecuteAsync(
        $"insert into server (id, until) values (@server, {session.ClockIn(seconds)}) on conflict (id) do update set until = excluded.until",
        new { server });

    private static string IsFree(StoreSession session) => $"(owner = @server or {IsAbandoned(session)})";

    private static string IsAbandoned(StoreSession session) =>
        $"(owner is null or not exists (select 1 from server where server.id = owner and until > {session.Clock}))";

    private sealed class Row
    {
        public long Wakes { get; init; }

        public string Due { get; init; } = "";
    }
}

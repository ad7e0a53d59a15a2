using System.Text.Json;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Deployments.Records;

/// <summary>What is kept of the runs of commands beside their documents: logs, what ran, and results.</summary>
internal static class CommandRecords
{
    private static readonly string[] Tables = ["command_log", "command_run", "command_result"];

    /// <summary>Keeps what a command runs now; results of an earlier attempt are removed.</summary>
    public static async Task BeginRunAsync(this StoreSession session, string command, CommandRun run)
    {
        await session.ExecuteAsync("delete from command_result where command = @command", new { command });
        await session.ExecuteAsync(
            """
            insert into command_run (command, body) values (@command, @body)
            on conflict (command) do update set body = excluded.body
            """,
            new { command, body = JsonSerializer.Serialize(run) });
    }

    /// <summary>Keeps the results of a command, in place of those that it has.</summary>
    public static async Task PutResultsAsync(
        this StoreSession session, string command, IReadOnlyList<ResourceResult> results)
    {
        await session.ExecuteAsync("delete from command_result where command = @command", new { command });
        foreach (var (number, result) in results.Index())
        {
            await session.ExecuteAsync(
                "insert into command_result (command, number, body) values (@command, @number, @body)",
                new { command, number, body = JsonSerializer.Serialize(result) });
        }
    }

    /// <summary>What a command ran; null when it has not begun, or its records were removed.</summary>
    public static async Task<CommandRun?> FindRunAsync(this StoreSession session, string command) =>
        await session.ScalarAsync<string?>("select body from command_run where command = @command", new { command })
            is { } body
            ? JsonSerializer.Deserialize<CommandRun>(body)
            : null;

    /// <summary>The results of a command, in the order of its resources.</summary>
    public static async Task<IReadOnlyList<ResourceResult>> ResultsAsync(this StoreSession session, string command) =>
        [.. (await session.QueryAsync<string>(
            "select body from command_result where command = @command order by number", new { command }))
            .Select(body => JsonSerializer.Deserialize<ResourceResult>(body)!)];

    /// <summary>Removes the records of all commands that are listed under an instance or a stack.</summary>
    public static async Task RemoveRecordsUnderAsync(this StoreSession session, string owner)
    {
        foreach (var table in Tables)
        {
            await session.ExecuteAsync(
                $"delete from {table} where command in (select id from listing where kind = @kind and owner = @owner)",
                new { kind = Command.Kind, owner });
        }
    }

    /// <summary>Removes the records of a command.</summary>
    public static async Task RemoveRecordsAsync(this StoreSession session, string command)
    {
        foreach (var table in Tables)
        {
            await session.ExecuteAsync($"delete from {table} where command = @command", new { command });
        }
    }

    /// <summary>The characters of all logs.</summary>
    public static Task<long> LogSizeAsync(this StoreSession session) =>
        session.ScalarAsync<long>("select coalesce(sum(size), 0) from command_log", new { });

    /// <summary>The oldest commands that have ended and have a log, with its size.</summary>
    public static Task<IReadOnlyList<(string Command, long Size)>> OldestLogsAsync(
        this StoreSession session, int most) =>
        session.QueryAsync<(string, long)>(
            """
            select l.command, sum(l.size) from command_log l
            where not exists (
                select 1 from document d join listing q on q.kind = d.kind and q.id = d.id
                where d.kind = @kind and d.id = l.command and q.owner like '%/queue')
            group by l.command order by l.command limit @most
            """,
            new { kind = Command.Kind, most });
}

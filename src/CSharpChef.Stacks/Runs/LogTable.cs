using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs;

/// <summary>The logs of commands, in parts. A position counts the characters before it.</summary>
internal static class LogTable
{
    /// <summary>The position behind the last part of a log; 0 for a log that does not exist.</summary>
    public static Task<long> LengthAsync(this StoreSession session, string command) => session.ScalarAsync<long>(
        "select coalesce(max(start + size), 0) from command_log where command = @command", new { command });

    public static Task AppendLogAsync(this StoreSession session, string command, long start, string body) =>
        session.ExecuteAsync(
            "insert into command_log (command, start, size, body) values (@command, @start, @size, @body)",
            new { command, start, size = body.Length, body });

    /// <summary>Reads a log from a position on, up to a number of characters.</summary>
    public static async Task<string> ReadLogAsync(this StoreSession session, string command, long from, int most)
    {
        var parts = await session.QueryAsync<Part>(
            """
            select start as Start, body as Body from command_log
            where command = @command and start + size > @from and start < @from + @most order by start
            """,
            new { command, from, most });
        var text = string.Concat(parts.Select(part => part.Body));
        var skipped = parts.Count == 0 ? 0 : (int)Math.Max(0, from - parts[0].Start);
        return text[skipped..Math.Min(text.Length, skipped + most)];
    }

    public static Task RemoveLogAsync(this StoreSession session, string command) =>
        session.ExecuteAsync("delete from command_log where command = @command", new { command });

    private sealed class Part
    {
        public long Start { get; init; }

        public string Body { get; init; } = "";
    }
}

using System.Globalization;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Retention;

/// <summary>
/// What the store keeps about the cleanup: when the last one ended, and how long the next one has waited.
/// </summary>
internal static class CleanupNotes
{
    private const string Last = "cleanup";
    private const string Wait = "cleanup wait";

    /// <summary>When the last cleanup ended; null when none is known.</summary>
    public static async Task<DateTimeOffset?> LastAsync(StoreSession session) =>
        await ReadAsync(session, Last) is { } text ? TimeConverter.ParseStored(text) : null;

    public static async Task<int> NoteEndAsync(StoreSession session)
    {
        await RemoveWaitAsync(session);
        return await WriteAsync(session, Last, TimeConverter.StoreText(session.Now));
    }

    /// <summary>
    /// The running time that the next cleanup has waited, and when this was noted; null when it does not wait.
    /// </summary>
    public static async Task<(TimeSpan Passed, DateTimeOffset At)?> WaitAsync(StoreSession session) =>
        (await ReadAsync(session, Wait))?.Split(' ') is [var minutes, var at]
            ? (TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)), TimeConverter.ParseStored(at))
            : null;

    public static Task NoteWaitAsync(StoreSession session, TimeSpan passed) => WriteAsync(
        session, Wait, string.Create(CultureInfo.InvariantCulture, $"{passed.TotalMinutes} {TimeConverter.StoreText(session.Now)}"));

    public static Task RemoveWaitAsync(StoreSession session) =>
        session.ExecuteAsync("delete from meta where key = @key", new { key = Wait });

    private static Task<string?> ReadAsync(StoreSession session, string key) =>
        session.ScalarAsync<string?>("select value from meta where key = @key", new { key });

    private static Task<int> WriteAsync(StoreSession session, string key, string value) => session.ExecuteAsync(
        "insert into meta (key, value) values (@key, @value) on conflict (key) do update set value = excluded.value",
        new { key, value });
}

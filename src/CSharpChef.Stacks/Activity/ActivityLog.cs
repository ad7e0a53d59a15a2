using System.Globalization;
using System.Text.Json;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Activity;

/// <summary>
/// Writes and reads the activity log. An entry is stored in the same transaction as the changes it lists.
/// </summary>
internal static class ActivityLog
{
    private const string Done = "done";
    private const int LargestPage = 1 << 20;

    public static Task DoneAsync(StoreSession store, Operation operation, Caller caller, string? subject)
    {
        var changes = store.Changes;
        return AppendAsync(store, Entry(store, operation, caller, Done) with
        {
            StackId = changes.Select(change => change.Document.OwnerStack).FirstOrDefault(stack => stack is not null),
            Subject = changes.Count == 0 || changes.Any(change => change.Document.Id == subject)
                ? subject
                : changes[0].Document.Id,
            Changes = [.. changes.Select(ActivityChange.Of)],
        });
    }

    public static Task DeniedAsync(StoreSession store, Operation operation, Caller caller, string why) =>
        AppendAsync(store, Entry(store, operation, caller, why));

    /// <summary>
    /// Reads entries with lower numbers, the newest first, up to a number of entries and about 1 MB.
    /// </summary>
    /// <returns>The entries, and whether there may be more.</returns>
    public static async Task<(IReadOnlyList<ActivityEntry> Entries, bool More)> ReadAsync(
        StoreSession store, string? stack, string? subject, long before, int most)
    {
        var rows = store.StreamAsync<Row>(
            $"""
            select seq as Seq, at as At, stack as Stack, subject as Subject, operation as Operation, actor as Actor, credential as Credential,
                address as Address, request as Request, outcome as Outcome, body as Body
            from activity where seq < @before {(stack is null ? "" : "and stack = @stack")} {(subject is null ? "" : "and subject = @subject")}
            order by seq desc limit @most
            """,
            new { stack, subject, before, most });
        var (entries, size) = (new List<ActivityEntry>(), 0);
        await foreach (var row in rows)
        {
            size += row.Body.Length;
            if (size > LargestPage && entries.Count > 0)
            {
                return (entries, true);
            }

            entries.Add(Entry(row));
        }

        return (entries, entries.Count == most);
    }

    private static ActivityEntry Entry(StoreSession store, Operation operation, Caller caller, string outcome) => new()
    {
        Seq = 0,
        At = store.Now,
        Operation = operation.Name,
        IamUserArn = caller.UserArn,
        Credential = caller.Credential,
        Address = caller.Address,
        RequestId = caller.RequestId,
        Outcome = outcome,
        Changes = [],
    };

    private static Task AppendAsync(StoreSession store, ActivityEntry entry) => store.ExecuteAsync(
        """
        insert into activity (at, stack, subject, operation, actor, credential, address, request, outcome, body)
        values (@At, @StackId, @Subject, @Operation, @IamUserArn, @Credential, @Address, @RequestId, @Outcome, @Body)
        """,
        new
        {
            At = TimeConverter.StoreText(entry.At),
            entry.StackId,
            entry.Subject,
            entry.Operation,
            entry.IamUserArn,
            entry.Credential,
            entry.Address,
            entry.RequestId,
            entry.Outcome,
            Body = JsonSerializer.Serialize(entry.Changes, ApiJson.Options),
        });

    private static ActivityEntry Entry(Row row) => new()
    {
        Seq = row.Seq,
        At = DateTimeOffset.Parse(row.At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        StackId = row.Stack,
        Subject = row.Subject,
        Operation = row.Operation,
        IamUserArn = row.Actor,
        Credential = row.Credential,
        Address = row.Address,
        RequestId = row.Request,
        Outcome = row.Outcome,
        Changes = JsonSerializer.Deserialize<IReadOnlyList<ActivityChange>>(row.Body, ApiJson.Options)!,
    };

    private sealed class Row
    {
        public long Seq { get; init; }

        public string At { get; init; } = "";

        public string? Stack { get; init; }

        public string? Subject { get; init; }

        public string Operation { get; init; } = "";

        public string Actor { get; init; } = "";

        public string Credential { get; init; } = "";

        public string Address { get; init; } = "";

        public string Request { get; init; } = "";

        public string Outcome { get; init; } = "";

        public string Body { get; init; } = "";
    }
}

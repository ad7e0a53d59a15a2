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

    /// <summary>
    /// Writes one entry for each stack with changes, and one for the changes that belong to no stack: who manages one
    /// stack does not read about the others.
    /// </summary>
    /// <param name="store">The session that made the changes.</param>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="caller">The user who called it.</param>
    /// <param name="subject">The object that the call named.</param>
    public static async Task DoneAsync(StoreSession store, string operation, Caller caller, CallSubject? subject)
    {
        var entry = Entry(store, operation, caller, Done);
        if (store.Changes.Count == 0)
        {
            await AppendAsync(store, entry with { StackId = subject?.StackId, Subject = subject?.Id });
        }

        foreach (var changes in store.Changes.GroupBy(change => change.Document.OwnerStack))
        {
            await AppendAsync(store, entry with
            {
                StackId = changes.Key,
                Subject = SubjectOf(changes, subject),
                Changes = [.. changes.Select(ActivityChange.Of)],
            });
        }
    }

    public static Task DeniedAsync(
        StoreSession store, string operation, Caller caller, CallSubject? subject, string outcome) => AppendAsync(
        store, Entry(store, operation, caller, outcome) with { StackId = subject?.StackId, Subject = subject?.Id });

    /// <summary>
    /// Reads entries with lower numbers, the newest first, up to a number of entries and about 1 MB.
    /// </summary>
    /// <param name="store">The session.</param>
    /// <param name="stack">Only entries of this stack; null for all.</param>
    /// <param name="subject">Only entries about this object; null for all.</param>
    /// <param name="before">The number that follows the first entry.</param>
    /// <param name="most">The number of entries at most.</param>
    /// <param name="hidden">The stacks whose entries are left out.</param>
    /// <returns>The entries, and whether there may be more.</returns>
    public static async Task<(IReadOnlyList<ActivityEntry> Entries, bool More)> ReadAsync(
        StoreSession store, string? stack, string? subject, long before, int most, IReadOnlyList<string>? hidden = null)
    {
        var rows = await store.QueryAsync<Row>(
            $"""
            select a.seq as Seq, a.at as At, a.stack as Stack, a.subject as Subject, a.operation as Operation, a.actor as Actor,
                a.credential as Credential, a.address as Address, a.request as Request, a.outcome as Outcome, a.body as Body,
                m.through as Through
            from (
                select seq, bytes, sum(bytes) over (order by seq desc) as through from (
                    select seq, octet_length(body) as bytes from activity
                    where seq < @before {(stack is null ? "" : "and stack = @stack")} {(subject is null ? "" : "and subject = @subject")}
                        {(hidden is { Count: > 0 } ? $"and (stack is null or stack not in ({store.Listed}))" : "")}
                    order by seq desc limit @most) as newest) as m
            join activity a on a.seq = m.seq
            where m.through - m.bytes <= @LargestPage order by m.seq desc
            """,
            new { stack, subject, before, most, LargestPage, list = JsonSerializer.Serialize(hidden) });
        return ([.. rows.Select(Entry)], rows.Count == most || (rows.Count > 0 && rows[^1].Through > LargestPage));
    }

    private static string SubjectOf(IEnumerable<DocumentChange> changes, CallSubject? subject) =>
        changes.Any(change => change.Document.Id == subject?.Id) ? subject!.Id : changes.First().Document.Id;

    private static ActivityEntry Entry(StoreSession store, string operation, Caller caller, string outcome) => new()
    {
        Seq = 0,
        At = store.Now,
        Operation = operation,
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
        At = TimeConverter.ParseStored(row.At),
        StackId = row.Stack,
        Subject = row.Subject,
        Operation = row.Operation,
        IamUserArn = row.Actor,
        Credential = row.Credential,
        Address = row.Address,
        RequestId = row.Request,
        Outcome = row.Outcome,
        Changes = StoredJson.Read<IReadOnlyList<ActivityChange>>(row.Body, ApiJson.Options, "line of the activity log"),
    };

    private sealed class Row
    {
        public long Seq { get; init; }

        /// <summary>The bytes of this entry and of those before it.</summary>
        public long Through { get; init; }

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

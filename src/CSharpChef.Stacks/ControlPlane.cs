using System.Data.Common;
using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Stacks;

/// <summary>
/// The entry of the API: every call goes through here, and every failure of the store becomes a refusal.
/// </summary>
internal sealed class ControlPlane(DocumentStore store, ServerFacts server, TimeProvider clock) : IAsyncDisposable
{
    private readonly KeyHolders holders = new(store, clock);
    private readonly Listings listings = new(store);
    private readonly DenialSampling denials = new(clock);

    public DocumentStore Store => store;

    public ServerFacts Server => server;

    /// <summary>
    /// Why this server must not answer although its store can, as when it has left its cluster; null while it may.
    /// </summary>
    public Func<string?> ServerFault { get; init; } = () => null;

    /// <param name="target">The operation as in X-Amz-Target: <c>OpsWorks_20130218.DescribeStacks</c>.</param>
    /// <returns>The body of the answer. The rest of a long one reads the store until it is complete.</returns>
    /// <exception cref="OperationException">The call is refused.</exception>
    public Task<Answer> AnswerAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct) =>
        RefusingAsync(() => RunAsync(target, body, caller, ct));

    /// <summary>Calls an operation and reads its whole answer.</summary>
    public Task<byte[]> CallAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct) =>
        RefusingAsync(async () =>
        {
            await using var answer = await RunAsync(target, body, caller, ct);
            return await answer.ReadAllAsync(ct);
        });

    /// <summary>
    /// Finds the user of an access key; null when the key is unknown. A key that may not be used has a refusal.
    /// </summary>
    public Task<KeyHolder?> FindAccessKeyAsync(string keyId, CancellationToken ct) =>
        LookingUpAsync(() => holders.FindAccessKeyAsync(keyId, ct));

    /// <summary>Finds the user of a bearer token; null when the token is unknown.</summary>
    public Task<KeyHolder?> FindTokenAsync(string token, CancellationToken ct) =>
        LookingUpAsync(() => holders.FindTokenAsync(token, ct));

    /// <summary>Returns null when calls can be answered, else the reason why not.</summary>
    public async Task<string?> NotReadyAsync(CancellationToken ct)
    {
        try
        {
            await store.ReadAsync(
                session => session.ScalarAsync<string>("select value from meta where key = 'schema'", new { }), ct);

            // The answers have no details, because anybody may request them.
            return store.Secrets.FaultSummary ?? store.Database.Fault ?? ServerFault();
        }
        catch (StoreFailureException)
        {
            return store.Database.Fault ?? "the database is unavailable: see the log of the server";
        }
    }

    /// <summary>
    /// Returns null when calls can be answered, else the reason for the operator, after a trial of the key file.
    /// </summary>
    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        try
        {
            await store.ReadAsync(KeyTrial.JudgeAsync, ct);
            return store.Secrets.Fault ?? await NotReadyAsync(ct);
        }
        catch (StoreFailureException e)
        {
            return store.Database.Fault ?? e.Message;
        }
    }

    /// <summary>Notes the use of a credential that was verified.</summary>
    public void NoteUse(KeyHolder holder) => holders.NoteUse(holder);

    /// <summary>Stores when keys and tokens were last used; called from time to time.</summary>
    public Task NoteUseAsync(CancellationToken ct) => RefusingAsync(async () =>
    {
        await holders.NoteUseAsync(ct);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        listings.Dispose();
    }

    private async Task<Answer> RunAsync(
        string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct)
    {
        var operation = OperationCatalog.Get(target);
        var request = operation.Read(body);
        try
        {
            Admit(operation, caller);
            return operation.IsQuery
                ? await Answer.BeginAsync(await QueryAsync(operation, request, caller, ct), ct)
                : new(await ChangeOnceAsync(operation, request, KeyOf(operation, caller, body), caller, ct));
        }
        catch (OperationException e) when (e.Denial is not null)
        {
            await NoteDenialAsync(operation, request, caller, e, ct);
            throw;
        }
    }

    private static Task<T> RefusingAsync<T>(Func<Task<T>> work) => RefusingAsync(work, RefusalOf);

    private static async Task<T> RefusingAsync<T>(
        Func<Task<T>> work, Func<StoreFailureException, OperationException> refusalOf)
    {
        try
        {
            return await work();
        }
        catch (StoreFailureException failure)
        {
            throw refusalOf(failure);
        }
    }

    private Task<T> LookingUpAsync<T>(Func<Task<T>> find) => RefusingAsync(find, LookUpRefusalOf);

    // Who calls is not known yet, and must not learn where the database is.
    private OperationException LookUpRefusalOf(StoreFailureException failure) =>
        failure.InnerException is DbException && store.Database.Fault is null
            ? ApiError.Unavailable(
                "The store is unavailable: the reason is in the log of the server. Nothing was changed; try again.",
                failure)
            : RefusalOf(failure);

    private static OperationException RefusalOf(StoreFailureException failure) => failure.Kind switch
    {
        StoreFailureKind.NameTaken => ApiError.Invalid(failure.Message),
        StoreFailureKind.Conflict => ApiError.Unavailable($"{failure.Message} Try again.", failure),
        _ => ApiError.Unavailable(failure.Message, failure),
    };

    private static void Admit(Operation operation, Caller caller)
    {
        if (!AccessRules.Allows(operation.Right, caller.Role))
        {
            var role = operation.Right == Right.Create ? "creator or admin" : "admin";
            throw ApiError.Denied($"{caller.UserArn} may not call {operation.Name}: it needs the role {role}.");
        }
    }

    // The answer is written when the session has ended.
    private Task<object> QueryAsync(Operation operation, object request, Caller caller, CancellationToken ct) =>
        store.ReadAsync(
            session => RunWithSubjectAsync(request, operation, new(operation, caller, session, server, listings)), ct);

    private static async Task<object> RunWithSubjectAsync(object request, Operation operation, Call call)
    {
        try
        {
            return await operation.RunAsync(request, call);
        }
        catch (OperationException e)
        {
            e.Subject = call.Subject;
            throw;
        }
    }

    private static string? KeyOf(Operation operation, Caller caller, ReadOnlyMemory<byte> body) =>
        caller.InvocationId is null ? null : RepeatedCall.KeyOf(operation.Target, caller, body);

    private Task<byte[]> ChangeOnceAsync(
        Operation operation, object request, string? key, Caller caller, CancellationToken ct) => store.WriteAsync(
        async session =>
        {
            var current = await CurrentCaller.ReadAsync(session, caller);
            Admit(operation, current);
            return await RepeatedCall.OnceAsync(
                session, key, () => ChangeAsync(operation, request, current, session));
        },
        ct);

    private async Task<byte[]> ChangeAsync(Operation operation, object request, Caller caller, StoreSession session)
    {
        var call = new Call(operation, caller, session, server, listings);
        var answer = ApiJson.Write(await RunWithSubjectAsync(request, operation, call));
        await ActivityLog.DoneAsync(session, operation.Name, caller, call.Subject);
        return answer;
    }

    private async Task NoteDenialAsync(
        Operation operation, object request, Caller caller, OperationException denied, CancellationToken ct)
    {
        var subject = denied.Subject
            ?? await store.ReadAsync(session => SubjectAsync(operation.StackOf(request), session), ct);
        if (denials.OutcomeOf(new(caller.UserArn, operation.Name, subject?.StackId, denied.Denial!)) is { } outcome)
        {
            await store.WriteAsync(
                async session =>
                {
                    await ActivityLog.DeniedAsync(session, operation.Name, caller, subject, outcome);
                    return true;
                },
                ct);
        }
    }

    private static async Task<CallSubject?> SubjectAsync(string? stack, StoreSession session) =>
        stack is not null && await session.FindAsync<Stack>(stack) is not null ? new(stack, stack) : null;
}

using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks;

/// <summary>The front door: every call of the API, whoever carries it, goes through here.</summary>
internal sealed class ControlPlane(DocumentStore store, ServerFacts server, TimeProvider clock) : IAsyncDisposable
{
    private readonly KeyHolders holders = new(store, clock);

    public DocumentStore Store => store;

    public ServerFacts Server => server;

    /// <param name="target">As in X-Amz-Target: <c>OpsWorks_20130218.DescribeStacks</c>.</param>
    /// <returns>The answer's body.</returns>
    /// <exception cref="OperationException">The call is refused.</exception>
    public async Task<byte[]> CallAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct)
    {
        var operation = OperationCatalog.Get(target);
        var request = operation.Read(body);
        try
        {
            Admit(operation, caller);
            return operation.IsQuery
                ? await store.ReadAsync(session => AnswerAsync(operation, request, caller, session), ct)
                : await ChangeOnceAsync(operation, request, RepeatedCall.KeyOf(operation, caller, body), caller, ct);
        }
        catch (OperationException e) when (e.Code == ApiError.DeniedCode)
        {
            await store.WriteAsync(session => DeniedAsync(operation, caller, e.Message, session), ct);
            throw;
        }
    }

    /// <summary>
    /// Whose the access key is; null when unknown. A key that may not be used says why in its refusal.
    /// </summary>
    public Task<KeyHolder?> FindAccessKeyAsync(string keyId, CancellationToken ct) =>
        holders.FindAccessKeyAsync(keyId, ct);

    /// <summary>Whose the bearer token is; null when unknown.</summary>
    public Task<KeyHolder?> FindTokenAsync(string token, CancellationToken ct) => holders.FindTokenAsync(token, ct);

    /// <summary>Null when calls can be answered, else why not.</summary>
    public async Task<string?> NotReadyAsync(CancellationToken ct)
    {
        try
        {
            await store.ReadAsync(
                session => session.ScalarAsync<string>("select value from meta where key = 'schema'", new { }), ct);
            return null;
        }
        catch (OperationException)
        {
            // Anybody may ask: no more than this is told.
            return "the store is away";
        }
    }

    /// <summary>What is done now and then: notes when keys were used.</summary>
    public Task NoteUseAsync(CancellationToken ct) => holders.NoteUseAsync(ct);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static void Admit(Operation operation, Caller caller)
    {
        if (!Access.Allows(operation.Right, caller.Role))
        {
            var role = operation.Right == Right.Create ? "creator or admin" : "admin";
            throw ApiError.Denied($"{caller.UserArn} may not call {operation.Name}: it needs the role {role}.");
        }
    }

    private async Task<byte[]> AnswerAsync(Operation operation, object request, Caller caller, StoreSession session) =>
        Wire.Write(await operation.RunAsync(request, new(operation, caller, session, server)));

    private Task<byte[]> ChangeOnceAsync(
        Operation operation, object request, string? key, Caller caller, CancellationToken ct) => store.WriteAsync(
        session => RepeatedCall.OnceAsync(session, key, () => ChangeAsync(operation, request, caller, session)), ct);

    private async Task<byte[]> ChangeAsync(Operation operation, object request, Caller caller, StoreSession session)
    {
        var call = new Call(operation, caller, session, server);
        var answer = Wire.Write(await operation.RunAsync(request, call));
        await ActivityLog.DoneAsync(session, operation, caller, call.Subject);
        return answer;
    }

    private static async Task<int> DeniedAsync(Operation operation, Caller caller, string why, StoreSession session)
    {
        await ActivityLog.DeniedAsync(session, operation, caller, why);
        return 0;
    }
}

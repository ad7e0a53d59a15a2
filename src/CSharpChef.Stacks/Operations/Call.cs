using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Operations;

/// <summary>
/// One operation under way: the store during it, and the one gate to it. Whatever an operation touches it gets from
/// here, and so nothing that its caller has no right to.
/// </summary>
internal sealed class Call(Operation operation, Caller caller, StoreSession store, ServerFacts server)
{
    private readonly Dictionary<string, PermissionLevel?> levels = [];

    public Caller Caller => caller;

    /// <summary>What needs no gate: an object that was passed by it, and what is listed under it.</summary>
    public StoreSession Store => store;

    public DateTimeOffset Now => store.Now;

    public ServerFacts Server => server;

    /// <summary>The stack that was touched first; the activity is noted under it.</summary>
    public string? Subject { get; private set; }

    public string NewId() => Uuid7.New(Now);

    /// <exception cref="OperationException">There is none, or the caller may not do this to it.</exception>
    public async Task<T> GetAsync<T>(string? id)
        where T : class, IDocument
    {
        var document = await store.FindAsync<T>(id ?? "") ?? throw ApiError.Missing(T.Noun, id ?? "");
        Subject ??= document.Id;
        if (document.OwnerStack is { } stack)
        {
            await PassAsync<T>(document.Id, stack);
        }

        if (!operation.IsQuery)
        {
            await LockAsync(document);
            document = await store.FindAsync<T>(document.Id) ?? throw ApiError.Missing(T.Noun, document.Id);
        }

        return document;
    }

    /// <summary>Those of the ids, in their order.</summary>
    public async Task<IReadOnlyList<T>> GetAsync<T>(IReadOnlyList<string> ids)
        where T : class, IDocument
    {
        var found = (await store.FindAsync<T>([.. ids.Distinct()])).ToDictionary(document => document.Id);
        foreach (var id in ids)
        {
            var document = found.GetValueOrDefault(id) ?? throw ApiError.Missing(T.Noun, id);
            if (document.OwnerStack is { } stack)
            {
                await PassAsync<T>(id, stack);
            }
        }

        return [.. ids.Distinct().Select(id => found[id])];
    }

    /// <summary>Those on which the caller may do this.</summary>
    public async Task<IReadOnlyList<T>> AllowedAsync<T>(IReadOnlyList<T> documents)
        where T : class, IDocument
    {
        var allowed = new List<T>();
        foreach (var document in documents)
        {
            if (document.OwnerStack is not { } stack
                || Access.Allows(operation.Right, caller.Role, await LevelAsync(stack)))
            {
                allowed.Add(document);
            }
        }

        return allowed;
    }

    /// <summary>Operations that count or look around on the whole server take turns.</summary>
    public Task LockServerAsync() => store.ExecuteAsync("update meta set value = value where key = 'schema'", new { });

    private async Task PassAsync<T>(string id, string stack)
        where T : IDocument
    {
        var level = await LevelAsync(stack);
        if (!Access.Sees(caller.Role, level))
        {
            throw ApiError.Missing(T.Noun, id);
        }

        if (!Access.Allows(operation.Right, caller.Role, level))
        {
            var (needed, has) = (Access.Needed(operation.Right), EnumNames.Of(level ?? PermissionLevel.IamOnly));
            throw ApiError.Denied(
                $"{caller.UserArn} may not call {operation.Name} on stack {stack}: it needs the level {needed}, and the caller's is {has}.");
        }
    }

    private async Task<PermissionLevel?> LevelAsync(string stack)
    {
        if (!levels.TryGetValue(stack, out var level))
        {
            levels[stack] = level = (await store.FindAsync<Permission>(Permission.IdOf(stack, caller.UserArn)))?.Level;
        }

        return level;
    }

    // Operations that change one stack take turns, so a rule that counts or looks around holds until the end.
    private Task LockAsync<T>(T document)
        where T : class, IDocument =>
        document.OwnerStack is { } stack ? store.LockAsync<Stack>(stack) : store.LockAsync<T>(document.Id);
}

using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Operations;

/// <summary>
/// A call that runs. The operation gets every document that the request names through it, so that the caller's rights
/// are checked in one place.
/// </summary>
internal sealed class Call(
    Operation operation, Caller caller, StoreSession store, ServerFacts server, Listings listings)
{
    private readonly Dictionary<string, PermissionLevel?> levels = [];
    private bool hasAllLevels;

    public Caller Caller => caller;

    /// <summary>The store, without checks: for documents from this call, and for what is listed under them.</summary>
    public StoreSession Store => store;

    public DateTimeOffset Now => store.Now;

    public ServerFacts Server => server;

    /// <summary>The first document that the operation got; the activity log names it.</summary>
    public CallSubject? Subject { get; private set; }

    public string NewId() => store.NewId();

    /// <summary>Gets a document, and locks its stack when the operation is a change.</summary>
    /// <exception cref="OperationException">The document does not exist, or the caller lacks the right to
    /// it.</exception>
    public async Task<T> GetAsync<T>(string? id)
        where T : class, IDocument
    {
        var document = await store.FindAsync<T>(id ?? "") ?? throw ApiError.Missing(T.Noun, id ?? "");
        Subject ??= new(document.Id, document.OwnerStack);
        if (document.OwnerStack is { } stack)
        {
            await RequireRightAsync<T>(document.Id, stack);
        }

        if (!operation.IsQuery)
        {
            await LockAsync(document);
            document = await store.FindAsync<T>(document.Id) ?? throw ApiError.Missing(T.Noun, document.Id);
        }

        return document;
    }

    /// <summary>Gets documents by their ids, in the order of the ids.</summary>
    public async Task<IReadOnlyList<T>> GetAsync<T>(IReadOnlyList<string> ids)
        where T : class, IDocument
    {
        var found = (await store.FindAsync<T>([.. ids.Distinct()])).ToDictionary(document => document.Id);
        foreach (var id in ids)
        {
            var document = found.GetValueOrDefault(id) ?? throw ApiError.Missing(T.Noun, id);
            if (document.OwnerStack is { } stack)
            {
                await RequireRightAsync<T>(id, stack);
            }
        }

        return [.. ids.Distinct().Select(id => found[id])];
    }

    /// <summary>True when the caller has the right on a stack, whose rights this call has read already.</summary>
    public bool May(Right right, string stack) =>
        AccessRules.Allows(right, caller.Role, levels.GetValueOrDefault(stack));

    /// <summary>
    /// Checks that the documents exist and that the caller has the right to each, without keeping them in memory.
    /// </summary>
    /// <returns>The ids in their order, each once.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync<T>(IReadOnlyList<string> ids)
        where T : class, IDocument
    {
        var distinct = ids.Distinct().ToList();
        for (var next = 0; next < distinct.Count;)
        {
            var (documents, end) = await store.SliceAsync<T>(distinct, next);
            await CheckAsync(distinct[next..end], documents.ToDictionary(document => document.Id));
            next = end;
        }

        return distinct;
    }

    /// <summary>Reads documents by their ids while the answer is written.</summary>
    /// <param name="ids">The ids, each once.</param>
    /// <param name="show">Returns some of the documents as the caller may see them; it must not use this call's
    /// session, which has ended. Default: as they are.</param>
    public IAsyncEnumerable<T> Read<T>(
        IReadOnlyList<string> ids, Func<IReadOnlyList<T>, StoreSession, Task<IReadOnlyList<T>>>? show = null)
        where T : class, IDocument => listings.ReadAsync(ids, show);

    /// <summary>Selects the ids of documents to whose stacks the caller has the right.</summary>
    public async Task<IReadOnlyList<string>> AllowedAsync(IReadOnlyList<string> ids, Func<string, string> stackOf)
    {
        await ReadAllLevelsAsync();
        return [.. ids.Where(id => AccessRules.Allows(
            operation.Right, caller.Role, levels.GetValueOrDefault(stackOf(id))))];
    }

    /// <summary>Selects the documents to which the caller has the right.</summary>
    public async Task<IReadOnlyList<T>> AllowedAsync<T>(IReadOnlyList<T> documents)
        where T : class, IDocument
    {
        await ReadAllLevelsAsync();
        var allowed = new List<T>();
        foreach (var document in documents)
        {
            if (document.OwnerStack is not { } stack
                || AccessRules.Allows(operation.Right, caller.Role, await LevelAsync(stack)))
            {
                allowed.Add(document);
            }
        }

        return allowed;
    }

    /// <summary>
    /// Locks the server, for an operation whose rule counts or looks up documents of the whole server.
    /// </summary>
    public Task LockServerAsync() => store.LockServerAsync();

    private async Task CheckAsync<T>(IReadOnlyList<string> ids, IReadOnlyDictionary<string, T> found)
        where T : class, IDocument
    {
        foreach (var id in ids)
        {
            var document = found.GetValueOrDefault(id) ?? throw ApiError.Missing(T.Noun, id);
            if (document.OwnerStack is { } stack)
            {
                await RequireRightAsync<T>(id, stack);
            }
        }
    }

    private async Task RequireRightAsync<T>(string id, string stack)
        where T : IDocument
    {
        var level = await LevelAsync(stack);
        var isSeen = AccessRules.Sees(caller.Role, level);
        if (!isSeen || !AccessRules.Allows(operation.Right, caller.Role, level))
        {
            Subject = new(id, stack);
            var (needed, has) = (AccessRules.LevelFor(operation.Right), EnumNames.Of(level ?? PermissionLevel.IamOnly));
            var denial =
                $"{caller.UserArn} may not call {operation.Name} on stack {stack}: it needs the level {needed}, and the caller's is {has}.";
            throw isSeen ? ApiError.Denied(denial) : ApiError.Missing(T.Noun, id, denial);
        }
    }

    private async Task<PermissionLevel?> LevelAsync(string stack)
    {
        if (!levels.TryGetValue(stack, out var level) && !hasAllLevels)
        {
            levels[stack] = level = (await store.FindAsync<Permission>(Permission.IdOf(stack, caller.UserArn)))?.Level;
        }

        return level;
    }

    // One query for the caller's permissions on all stacks, in place of one for each.
    private async Task ReadAllLevelsAsync()
    {
        foreach (var permission in hasAllLevels ? [] : await store.ListAsync<Permission>(caller.UserArn))
        {
            levels[permission.StackId] = permission.Level;
        }

        hasAllLevels = true;
    }

    // Changes of one stack run one after another, so that a rule that counts or looks up documents holds until the end.
    private Task LockAsync<T>(T document)
        where T : class, IDocument =>
        document.OwnerStack is { } stack
            ? store.LockAsync(IDocument.StackKind, stack)
            : store.LockAsync(T.Kind, document.Id);
}

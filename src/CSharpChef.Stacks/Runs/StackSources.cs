using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Runs;

/// <summary>Opens the sources of stacks, and keeps the states that were found in them.</summary>
internal sealed class StackSources(DocumentStore store, CookbookSources sources)
{
    /// <summary>The source of a stack's cookbooks with its secrets in clear; null when it has none.</summary>
    public Task<Source?> OpenAsync(Stack stack, CancellationToken ct) => store.ReadAsync(
        async session => await SourceUrls.OpenAsync(stack, stack.CustomCookbooksSource, session) is { } source
            ? source with
            {
                Password = await RevealAsync(session, stack, source.Password),
                SshKey = await RevealAsync(session, stack, source.SshKey),
            }
            : null,
        ct);

    /// <summary>
    /// The state for a command: the last one that was fetched, unless it must be looked up. One that was looked up is
    /// kept only by <see cref="KeepAsync"/>.
    /// </summary>
    public async Task<(ResolvedSource Source, bool IsKept)> ResolveAsync(
        CommandContext context, Source source, bool isUpdate, CancellationToken ct)
    {
        var known = await store.ReadAsync(session => FindAsync(session, context.Stack), ct);
        if (!isUpdate && known?.For(source) is { } state)
        {
            return (state, true);
        }

        return (await sources.ResolveAsync(source, known?.HostKeyFor(source), ct), false);
    }

    /// <summary>Keeps a state, which later commands use until another one is looked up.</summary>
    public Task KeepAsync(CommandContext context, Source source, ResolvedSource resolved, CancellationToken ct) =>
        store.WriteAsync(session => SaveAsync(session, context, source, resolved), ct);

    private static Task<StackCookbooks?> FindAsync(StoreSession session, Stack stack) =>
        session.FindAsync<StackCookbooks>(StackCookbooks.IdOf(stack.StackId));

    private static async Task<StackCookbooks> SaveAsync(
        StoreSession session, CommandContext context, Source source, ResolvedSource resolved)
    {
        await session.LockAsync(IDocument.StackKind, context.Stack.StackId);
        var by = context.Command.StartedBy ?? SystemCaller.Instances;
        var before = await FindAsync(session, context.Stack);
        var after = (before ?? new() { StackId = context.Stack.StackId }).With(source, resolved, session.Now, by);
        return before is null ? await session.AddAsync(after) : await session.SaveAsync(before, after);
    }

    private static async Task<Secret?> RevealAsync(StoreSession session, Stack stack, Secret? secret) =>
        secret is { Clear: null } ? Secret.New(await session.RevealAsync(stack, secret)) : secret;
}

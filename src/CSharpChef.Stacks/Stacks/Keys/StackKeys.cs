using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Stacks.Keys;

/// <summary>Opens the keys of stacks, and makes those of stacks that an earlier release created.</summary>
internal static class StackKeys
{
    private const int Slice = 100;

    /// <summary>Opens the private key of a stack, for one login. It must not be kept.</summary>
    /// <returns>The text of the key; null when the stack does not exist.</returns>
    public static async Task<string?> OpenAsync(DocumentStore store, string stackId, CancellationToken ct) =>
        await store.ReadAsync(session => OpenAsync(session, stackId), ct)
        ?? await store.WriteAsync(
            async session =>
            {
                await session.LockAsync(Stack.Kind, stackId);
                await AddMissingAsync(session, [stackId]);
                return await OpenAsync(session, stackId);
            },
            ct);

    /// <summary>Makes a key for each stack that has none.</summary>
    /// <returns>The number of keys made.</returns>
    public static async Task<int> AddMissingAsync(DocumentStore store, CancellationToken ct)
    {
        var ids = await store.ReadAsync(session => session.IdsAsync<Stack>(), ct);
        var made = 0;
        foreach (var slice in ids.Chunk(Slice))
        {
            made += await IsOneMissingAsync(store, slice, ct)
                ? await store.WriteAsync(session => AddMissingAsync(session, slice), ct)
                : 0;
        }

        return made;
    }

    private static async Task<string?> OpenAsync(StoreSession store, string stackId) =>
        await store.FindAsync<Stack>(stackId) is { SshKey: { } key } stack
            ? await store.RevealAsync(stack, key.PrivateKey)
            : null;

    private static Task<bool> IsOneMissingAsync(DocumentStore store, string[] ids, CancellationToken ct) =>
        store.ReadAsync(
            async session => (await session.FindAsync<Stack>(ids)).Any(stack => stack.SshKey is null), ct);

    private static async Task<int> AddMissingAsync(StoreSession store, string[] ids)
    {
        var missing = (await store.FindAsync<Stack>(ids)).Where(stack => stack.SshKey is null).ToList();
        foreach (var stack in missing)
        {
            await store.SaveAsync(stack, stack with { SshKey = StackKey.New() });
        }

        return missing.Count;
    }
}

using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Stacks.Keys;

/// <summary>Opens the keys of stacks, and makes those of stacks that an earlier release created.</summary>
internal static class StackKeys
{
    private const int Slice = 100;

    /// <summary>Opens the private keys of a stack; null when the stack does not exist.</summary>
    public static async Task<OpenedStackKeys?> OpenAsync(DocumentStore store, string stackId, CancellationToken ct) =>
        await store.ReadAsync(session => OpenAsync(session, stackId), ct)
        ?? await store.WriteAsync(
            async session =>
            {
                await session.LockAsync(Stack.Kind, stackId);
                await AddMissingAsync(session, [stackId]);
                return await OpenAsync(session, stackId);
            },
            ct);

    /// <exception cref="ApiError">The stack has no key.</exception>
    public static StackKey Require(Stack stack) => stack.SshKey ?? throw ApiError.Invalid(
        $"The stack {stack.Name} was created by an earlier release and has no SSH key yet: restart the server, which makes one.");

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

    /// <summary>Lets a stack wait for the machine of an instance no longer, which is removed.</summary>
    public static async Task ForgetMachineAsync(StoreSession store, string stackId, string instanceId)
    {
        if (await store.FindAsync<Stack>(stackId) is { KeyRotation: { } rotation } stack
            && rotation.Waiting.ContainsKey(instanceId))
        {
            await store.SaveAsync(stack, stack with { KeyRotation = rotation.Without(instanceId) });
        }
    }

    private static async Task<OpenedStackKeys?> OpenAsync(StoreSession store, string stackId)
    {
        if (await store.FindAsync<Stack>(stackId) is not { SshKey: { } key } stack)
        {
            return null;
        }

        var former = new List<string>();
        foreach (var each in stack.KeyRotation?.FormerKeys ?? [])
        {
            former.Add(await store.RevealAsync(stack, each.PrivateKey));
        }

        return new(await store.RevealAsync(stack, key.PrivateKey), former);
    }

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

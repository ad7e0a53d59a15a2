using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Removal;

/// <summary>A type of documents that belong to a stack.</summary>
internal sealed record StackDependent(
    Type Type,
    string Noun,
    Func<StoreSession, string, Task<int>> CountAsync,
    Func<StoreSession, string, Task> RemoveAsync)
{
    public static StackDependent Of<T>()
        where T : class, IDocument =>
        new(
            typeof(T),
            T.Noun,
            (store, stack) => store.CountAsync<T>(stack),
            (store, stack) => store.RemoveAllAsync<T>(stack));
}

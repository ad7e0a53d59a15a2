using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>
/// Orders the changes that a user makes and the withdrawal of the user's rights: when the withdrawal is answered, no
/// change with the old rights is stored any more.
/// </summary>
internal static class CredentialLock
{
    /// <summary>Held by each change of the user, until its session ends.</summary>
    public static Task ShareAsync(StoreSession store, string userArn) =>
        store.LockNameAsync(Name(userArn), shared: true);

    /// <summary>Waits for the user's running changes; later ones read what this session stores.</summary>
    public static Task TakeAsync(StoreSession store, string userArn) =>
        store.LockNameAsync(Name(userArn), shared: false);

    private static string Name(string userArn) => $"credentials/{userArn}";
}

using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>
/// Reads the credential and the role of a caller again, inside of a change: both may have been withdrawn while the
/// change waited for its turn.
/// </summary>
internal static class CurrentCaller
{
    /// <returns>The caller with the present role.</returns>
    /// <exception cref="OperationException">The credential or the user may no longer be used.</exception>
    public static async Task<Caller> ReadAsync(StoreSession store, Caller caller)
    {
        await CredentialLock.ShareAsync(store, caller.UserArn);
        var credential = await FindAsync(store, caller.Credential);
        if (credential?.IamUserArn != caller.UserArn
            || await store.FindAsync<UserProfile>(caller.UserArn) is not { } user)
        {
            throw ApiError.InvalidCredential("It was deleted.");
        }

        return credential.RefusalAt(store.Now) is { } refusal
            ? throw ApiError.InvalidCredential(refusal)
            : caller with { Role = user.Role };
    }

    private static async Task<ICredential?> FindAsync(StoreSession store, string id) =>
        Credentials.IsKeyId(id) ? await store.FindAsync<AccessKey>(id) : await store.FindAsync<Token>(id);
}

using CSharpChef.Converge.Accounts;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Users;

/// <summary>The accounts that users have on the machines of a stack.</summary>
internal static class StackLogins
{
    /// <summary>The accounts of those who may log in, by their permissions for the stack.</summary>
    public static async Task<IReadOnlyList<LoginAccount>> OfAsync(StoreSession store, string stack)
    {
        var allowed = (await store.ListAsync<Permission>(stack)).Where(Allows)
            .ToDictionary(permission => permission.IamUserArn);
        return
        [
            .. (await store.FindAsync<UserProfile>([.. allowed.Keys])).Where(user => user.UnixUserId is not null)
                .OrderBy(user => user.UnixUserId)
                .Select(user => new LoginAccount(
                    user.SshUsername, user.UnixUserId!.Value, allowed[user.IamUserArn].AllowSudo, user.SshPublicKey)),
        ];
    }

    /// <summary>Whether a permission gives its user an account on machines.</summary>
    public static bool Allows(Permission permission) =>
        permission is { AllowSsh: true, Level: not PermissionLevel.Deny };

    /// <summary>Lets a server change the accounts on the machines of a stack.</summary>
    public static Task ChangedAsync(StoreSession store, string stack) => store.WakeAsync(WorkItem.OfStackLogins(stack));

    /// <summary>Lets a server change the accounts of a user on all machines.</summary>
    public static async Task UserChangedAsync(StoreSession store, string userArn)
    {
        foreach (var permission in (await store.ListAsync<Permission>(userArn)).Where(Allows))
        {
            await ChangedAsync(store, permission.StackId);
        }
    }
}

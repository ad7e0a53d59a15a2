using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Users;

/// <summary>
/// Removes the level deny from the permissions of a user who becomes an administrator: only an administrator may set it
/// for one, and it may have been set by a user who only manages the stack.
/// </summary>
internal static class DenyLevel
{
    public static async Task RemoveAsync(StoreSession store, string userArn)
    {
        var permissions = await store.ListAsync<Permission>(userArn);
        foreach (var denied in permissions.Where(permission => permission.Level == PermissionLevel.Deny))
        {
            await store.SaveAsync(denied, denied with { Level = PermissionLevel.IamOnly });
            await StackLogins.ChangedAsync(store, denied.StackId);
        }
    }
}

using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Users;

/// <summary>Gives users the uids of their accounts, which are the same on all machines and never change.</summary>
internal static class UnixUserIds
{
    // OpsWorks used the same range.
    private const int First = 2000;
    private const int Last = 4000;

    /// <returns>The user with a uid.</returns>
    /// <exception cref="OperationException">All uids are in use.</exception>
    public static async Task<UserProfile> EnsureAsync(StoreSession store, UserProfile user)
    {
        if (user.UnixUserId is not null)
        {
            return user;
        }

        await store.LockNameAsync("unix-user-ids", shared: false);
        var used = (await store.FindAsync<UserProfile>([.. await store.IdsAsync<UserProfile>()]))
            .Select(other => other.UnixUserId).ToHashSet();
        var free = Enumerable.Range(First, Last - First + 1).Where(id => !used.Contains(id)).Take(1).ToList();
        return free is [var id]
            ? await store.SaveAsync(user, user with { UnixUserId = id })
            : throw ApiError.Invalid(
                "AllowSsh", $"cannot be set: all uids from {First} to {Last} belong to users; delete users who are not needed any more");
    }

    /// <summary>Gives a uid to each user who may log in to machines since an earlier release.</summary>
    public static Task<int> AddMissingAsync(DocumentStore store, CancellationToken ct) => store.WriteAsync(
        async session =>
        {
            var allowed = (await session.FindAsync<Permission>([.. await session.IdsAsync<Permission>()]))
                .Where(permission => permission.AllowSsh).Select(permission => permission.IamUserArn).Distinct();
            var missing = (await session.FindAsync<UserProfile>([.. allowed]))
                .Where(user => user.UnixUserId is null).ToList();
            foreach (var user in missing)
            {
                await EnsureAsync(session, user);
            }

            return missing.Count;
        },
        ct);
}

using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Stacks;

/// <summary>
/// Makes a user an administrator with a new access key, for an operator who has the store and no administrator's key.
/// </summary>
internal static class Rescue
{
    private static readonly Caller Operator = new("system:rescue", UserRole.Admin)
    {
        Credential = "-",
        Address = "-",
        RequestId = "-",
    };

    /// <exception cref="StoreException">There is no such user.</exception>
    public static Task<RescuedUser> RunAsync(DocumentStore store, string userArn, CancellationToken ct) =>
        store.WriteAsync(session => RunAsync(session, userArn), ct);

    private static async Task<RescuedUser> RunAsync(StoreSession session, string userArn)
    {
        await CredentialLock.TakeAsync(session, userArn);
        var user = await session.FindAsync<UserProfile>(userArn) ?? throw await UnknownAsync(session, userArn);
        await session.SaveAsync(user, user with { Role = UserRole.Admin });
        await DenyLevel.RemoveAsync(session, userArn);
        var removed = await MakeRoomAsync(session, userArn);
        var (key, secret) = Credentials.NewKey(userArn, session.Now);
        await session.AddAsync(key);
        await ActivityLog.DoneAsync(
            session, nameof(Rescue), Operator with { RequestId = session.NewId() }, new(userArn, null));
        return new(key.AccessKeyId, secret, removed);
    }

    private static async Task<IReadOnlyList<string>> MakeRoomAsync(StoreSession session, string userArn)
    {
        var keys = (await session.ListAsync<AccessKey>(userArn)).OrderBy(key => key.CreatedAt).ToList();
        var surplus = keys.Take(Math.Max(0, keys.Count + 1 - CreateAccessKey.MostKeys)).ToList();
        foreach (var key in surplus)
        {
            await session.RemoveAsync(key);
        }

        return [.. surplus.Select(key => key.AccessKeyId)];
    }

    private static async Task<StoreException> UnknownAsync(StoreSession session, string userArn)
    {
        var users = await session.AllAsync<UserProfile>();
        return new(
            $"There is no user {userArn}. The users of this store are: {string.Join(", ", users.Take(20).Select(user => user.IamUserArn))}.");
    }
}

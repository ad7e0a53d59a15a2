using System.Security.Cryptography;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Stacks.Users;

/// <summary>Gives a new store an account number and one administrator with an access key.</summary>
internal static class FirstAdministrator
{
    private const string Name = "admin";

    /// <param name="keep">
    /// Writes the key's id and secret, which is shown only here, to a place where the owner finds them. If it throws,
    /// no administrator is created, and the next start tries again.
    /// </param>
    /// <returns>True when an administrator was created; false when the store had one.</returns>
    public static Task<bool> MakeAsync(DocumentStore store, Action<string, string> keep, CancellationToken ct) =>
        store.WriteAsync(
        async session =>
        {
            var created = await session.ExecuteAsync(
                "insert into meta (key, value) values ('account', @number) on conflict (key) do nothing",
                new { number = RandomNumberGenerator.GetString("0123456789", 12) });
            if (created > 0)
            {
                await MakeAsync(session, keep);
            }

            return created > 0;
        },
        ct);

    public static Task<string> AccountAsync(DocumentStore store, CancellationToken ct) =>
        store.ReadAsync(
            session => session.ScalarAsync<string>("select value from meta where key = 'account'", new { }), ct);

    private static async Task MakeAsync(StoreSession session, Action<string, string> keep)
    {
        var account = await session.ScalarAsync<string>("select value from meta where key = 'account'", new { });
        var admin = new UserProfile
        {
            IamUserArn = Arn.OfUser(account, Name),
            Name = Name,
            SshUsername = Name,
            AllowSelfManagement = true,
            Role = UserRole.Admin,
            CreatedAt = session.Now,
        };
        var (key, secret) = Credentials.NewKey(admin.IamUserArn, session.Now);
        await session.AddAsync(admin);
        await session.AddAsync(key);
        keep(key.AccessKeyId, secret);
    }
}

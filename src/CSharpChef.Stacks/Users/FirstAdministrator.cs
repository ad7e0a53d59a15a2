using System.Security.Cryptography;

namespace CSharpChef.Stacks;

/// <summary>A new store gets an account number and one administrator with an access key.</summary>
internal static class FirstAdministrator
{
    private const string Name = "admin";

    /// <returns>The key and its secret, once: null when there is an administrator already.</returns>
    public static Task<(string KeyId, string Secret)?> MakeAsync(DocumentStore store, CancellationToken ct) => store.WriteAsync<(string, string)?>(
        async session =>
        {
            var made = await session.ExecuteAsync(
                "insert into meta (key, value) values ('account', @number) on conflict (key) do nothing",
                new { number = RandomNumberGenerator.GetString("0123456789", 12) });
            return made == 0 ? null : await MakeAsync(session);
        },
        ct);

    public static Task<string> AccountAsync(DocumentStore store, CancellationToken ct) =>
        store.ReadAsync(session => session.ScalarAsync<string>("select value from meta where key = 'account'", new { }), ct);

    private static async Task<(string, string)?> MakeAsync(StoreSession session)
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
        var secret = Credentials.NewSecret();
        var key = new AccessKey { AccessKeyId = Credentials.NewKeyId(), IamUserArn = admin.IamUserArn, CreatedAt = session.Now, Secret = Secret.New(secret) };
        await session.AddAsync(admin);
        await session.AddAsync(key);
        return (key.AccessKeyId, secret);
    }
}

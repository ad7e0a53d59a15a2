using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.Stacks.Users.Keys;
using StoredSecret = CSharpChef.Stacks.Store.Secrets.Secret;

namespace CSharpChef.TestSupport.Web;

/// <summary>A user with an access key and a token that are the same in all tests.</summary>
internal static class TestCredentials
{
    public const string KeyId = "AKIAQ2TESTKEY0000001";
    public const string Secret = "a/secret+of/forty+letters/only+for/tests1";
    public const string Token = "ccp_TokenForTestsOnly";
    public const string UserArn = "arn:aws:iam::000000000000:user/ann";

    public static string TokenId { get; } = Credentials.TokenId(Token);

    public static Task<int> AddAsync(DocumentStore store) => store.WriteAsync(
        async session =>
        {
            await session.AddAsync(new UserProfile
            {
                IamUserArn = UserArn,
                Name = "ann",
                SshUsername = "ann",
                Role = UserRole.Member,
            });
            await session.AddAsync(new AccessKey
            {
                AccessKeyId = KeyId,
                IamUserArn = UserArn,
                CreatedAt = session.Now,
                Secret = StoredSecret.New(Secret),
            });
            await session.AddAsync(new Token
            {
                TokenId = TokenId,
                IamUserArn = UserArn,
                CreatedAt = session.Now,
                ExpiresAt = session.Now.AddDays(1),
                Hash = Credentials.Hash(Token),
            });
            return 0;
        },
        default);

    public static Task<int> DisableKeyAsync(DocumentStore store) => store.WriteAsync(
        async session =>
        {
            var key = (await session.FindAsync<AccessKey>(KeyId))!;
            await session.SaveAsync(key, key with { Disabled = true });
            return 0;
        },
        default);
}

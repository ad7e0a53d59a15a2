using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class KeyRotationTests : ServerTests
{
    private string KeyFile => new StoreOptions(Server.Folder).KeyPath;

    [Fact]
    public async Task A_rotation_seals_all_secrets_with_the_new_key_while_the_server_runs()
    {
        var keyId =
            (await Server.CallAsync("DescribeAccessKeys"))["AccessKeys"]![0]!["AccessKeyId"]!.GetValue<string>();
        var before = (await Server.Plane.FindAccessKeyAsync(keyId, Ct))!.Secret;
        var dump = await TestStore.DumpAsync(Server.Folder);

        Assert.Equal(
            1,
            await KeyRotation.RotateAsync(new(Server.Plane.Store.Database, new(KeyFile), Server.Clock), KeyFile, Ct));
        Assert.Equal(1, await KeyRotation.ForgetOldAsync(Server.Plane.Store, KeyFile, Ct));

        Assert.Equal(before, (await Server.Plane.FindAccessKeyAsync(keyId, Ct))!.Secret);
        Assert.Single(MasterKeyFile.Read(KeyFile));
        Assert.Contains(
            Server.Plane.Store.Secrets.Active, await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
        Assert.NotEqual(dump, await TestStore.DumpAsync(Server.Folder));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rotation_seals_answers_with_the_new_key_in_both_places_where_they_are_kept(bool earlier)
    {
        var caller = Server.Admin with { InvocationId = "i-1" };
        var token = await Server.CallAsync("CreateToken", caller: caller);
        if (earlier)
        {
            await EarlierAnswers.MoveBackAsync(Server.Plane.Store);
        }

        Assert.Equal(2, await KeyRotation.RotateAsync(Server.Plane.Store, KeyFile, Ct));
        Assert.Equal(1, await KeyRotation.ForgetOldAsync(Server.Plane.Store, KeyFile, Ct));

        Assert.Equal(token.ToJsonString(), (await Server.CallAsync("CreateToken", caller: caller)).ToJsonString());
    }

    [Fact]
    public async Task Old_keys_are_kept_while_an_answer_is_sealed_with_them()
    {
        await Server.CallAsync("CreateToken", caller: Server.Admin with { InvocationId = "i-1" });
        MasterKeyFile.Write(KeyFile, [.. MasterKeyFile.Read(KeyFile), MasterKeyFile.New()]);
        await Server.Plane.Store.WriteAsync(session => SecretTable.ResealAsync(session, 100), Ct);

        var refusal =
            await Assert.ThrowsAsync<StoreException>(() => KeyRotation.ForgetOldAsync(Server.Plane.Store, KeyFile, Ct));

        Assert.Contains("1 secrets are still sealed with old keys", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_keys_are_kept_while_a_secret_is_sealed_with_them()
    {
        MasterKeyFile.Write(KeyFile, [.. MasterKeyFile.Read(KeyFile), MasterKeyFile.New()]);

        var refusal =
            await Assert.ThrowsAsync<StoreException>(() => KeyRotation.ForgetOldAsync(Server.Plane.Store, KeyFile, Ct));

        Assert.Contains("1 secrets are still sealed with old keys", refusal.Message, StringComparison.Ordinal);
    }
}

using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class KeyRotationTests : ServerTests
{
    private string KeyFile => new StoreOptions(Server.Folder).KeyPath;

    [Fact]
    public async Task All_secrets_are_sealed_anew_and_read_as_before_while_the_server_runs()
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

    [Fact]
    public async Task Old_keys_are_not_forgotten_while_anything_is_sealed_with_them()
    {
        MasterKeyFile.Write(KeyFile, [.. MasterKeyFile.Read(KeyFile), MasterKeyFile.New()]);

        var refusal =
            await Assert.ThrowsAsync<StoreException>(() => KeyRotation.ForgetOldAsync(Server.Plane.Store, KeyFile, Ct));

        Assert.Contains("1 secrets are still sealed with old keys", refusal.Message, StringComparison.Ordinal);
    }
}

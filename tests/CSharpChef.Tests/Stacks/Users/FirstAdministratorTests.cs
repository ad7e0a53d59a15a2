using CSharpChef.Stacks.Users;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Users;

/// <summary>A new server gets one administrator, whose access key is written for its owner.</summary>
public sealed class FirstAdministratorTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-stacks-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_whose_key_could_not_be_written_is_not_created_until_the_next_start()
    {
        var writtenKeys = new List<string>();
        await using var store = await TestStore.OpenAsync(folder, TimeProvider.System);

        await Assert.ThrowsAsync<IOException>(
            () => FirstAdministrator.MakeAsync(store, (_, _) => throw new IOException("full"), Ct));
        Assert.True(await FirstAdministrator.MakeAsync(store, (keyId, _) => writtenKeys.Add(keyId), Ct));
        Assert.False(await FirstAdministrator.MakeAsync(store, (keyId, _) => writtenKeys.Add(keyId), Ct));

        var keys = await store.ReadAsync(session => session.AllAsync<AccessKey>(), Ct);
        Assert.Equal(Assert.Single(writtenKeys), Assert.Single(keys).AccessKeyId);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

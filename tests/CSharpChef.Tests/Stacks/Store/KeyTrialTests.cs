using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Store;

/// <summary>A wrong file of master keys is noticed at the start and while the server runs.</summary>
public sealed class KeyTrialTests : ServerTests
{
    private string KeyFile => new StoreOptions(Server.Folder).KeyPath;

    [Fact]
    public async Task A_store_is_not_opened_with_the_keys_of_another_store()
    {
        MasterKeyFile.Write(KeyFile, [MasterKeyFile.New()]);

        var refusal = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.StartsWith($"{KeyFile} lacks the key ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_is_not_opened_with_another_key_of_the_same_id()
    {
        MasterKeyFile.Write(KeyFile, [Impostor()]);

        var refusal = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.StartsWith($"{KeyFile} has another key ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_key_file_is_replaced_by_another_is_not_ready_but_loses_no_secret()
    {
        var right = await File.ReadAllTextAsync(KeyFile, Ct);
        MasterKeyFile.Write(KeyFile, [Impostor()]);

        Assert.Equal(
            "master.key does not open the secrets of the store: restore it from its backup", await Server.Plane.NotReadyAsync(Ct));
        var key = await Server.CallAsync("CreateAccessKey");
        OwnerFile.Replace(KeyFile, right);

        Assert.Null(await Server.Plane.NotReadyAsync(Ct));
        var holder = await Server.Plane.FindAccessKeyAsync(key["AccessKeyId"]!.GetValue<string>(), Ct);
        Assert.Equal(key["SecretAccessKey"]!.GetValue<string>(), holder!.Secret);
        await using var reopened = await OpenAsync();
    }

    [Theory]
    [InlineData("", "holds no key: restore it")]
    [InlineData("no key at all", "has a line that is not a key (an id, a space, and 32 bytes in base 64): restore it")]
    [InlineData(null, "is missing: restore it")]
    public async Task A_server_whose_key_file_is_damaged_or_missing_goes_on_and_says_why_it_is_not_ready(
        string? text, string reason)
    {
        var right = await File.ReadAllTextAsync(KeyFile, Ct);
        File.Delete(KeyFile);
        if (text is not null)
        {
            OwnerFile.Replace(KeyFile, text);
        }

        await Server.CallAsync("CreateToken", caller: Server.Admin with { InvocationId = "i-1" });
        Assert.Equal(
            $"master.key {reason} from its backup, or name the right one with --master-key",
            await Server.Plane.NotReadyAsync(Ct));
        Assert.Equal(
            $"{KeyFile} {reason} from its backup, or name the right one with --master-key.",
            await Server.Plane.FaultAsync(Ct));
        OwnerFile.Replace(KeyFile, right);
        Assert.Null(await Server.Plane.NotReadyAsync(Ct));
    }

    [Fact]
    public async Task A_server_whose_key_file_can_be_read_by_others_says_so_as_it_does_at_its_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        SetMode(KeyFile, (UnixFileMode)0b110_100_100);

        Assert.Equal(
            "master.key can be read or changed by others: chmod 600 master.key", await Server.Plane.NotReadyAsync(Ct));
        Assert.Equal(
            $"{KeyFile} can be read or changed by others: chmod 600 {KeyFile}.",
            (await Assert.ThrowsAsync<KeyFileException>(OpenAsync)).Message);
        SetMode(KeyFile, (UnixFileMode)0b110_000_000);
        Assert.Null(await Server.Plane.NotReadyAsync(Ct));
    }

    [Fact]
    public async Task A_secret_that_no_key_opens_makes_its_calls_unavailable()
    {
        var stack = await Server.CreateStackAsync();
        var key = (await Server.CallAsync("CreateAccessKey"))["AccessKeyId"]!.GetValue<string>();
        await DamageAsync(key);

        var refusal = await Assert.ThrowsAsync<CSharpChef.Stacks.Operations.OperationException>(
            () => Server.Plane.FindAccessKeyAsync(key, Ct));

        Assert.Equal("ServiceUnavailableException", refusal.Code);
        await Server.CallAsync("UpdateStack", new { StackId = stack, Name = "works" });
        await using var reopened = await OpenAsync();
    }

    [Fact]
    public async Task A_rotation_that_cannot_open_a_secret_names_it_and_adds_no_key()
    {
        var key = (await Server.CallAsync("CreateAccessKey"))["AccessKeyId"]!.GetValue<string>();
        await DamageAsync(key);
        var before = await File.ReadAllTextAsync(KeyFile, Ct);

        var refusal = await Assert.ThrowsAsync<StoreException>(
            () => KeyRotation.RotateAsync(Server.Plane.Store, KeyFile, Ct));

        Assert.Contains($"A secret of the access-key {key} cannot be opened", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(KeyFile, Ct));
    }

    private Task<DocumentStore> OpenAsync() => TestStore.ReopenAsync(Server.Folder, Server.Clock);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private MasterKey Impostor() => MasterKeyFile.New() with { Id = MasterKeyFile.Read(KeyFile)[^1].Id };

    private Task<int> DamageAsync(string owner) => Server.Plane.Store.WriteAsync(
        session => session.ExecuteAsync(
            "update secret set sealed = 'v1.' || key || '.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' where owner = @owner",
            new { owner }),
        Ct);
}

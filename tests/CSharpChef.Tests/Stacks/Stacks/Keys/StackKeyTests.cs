using System.IO.Compression;
using System.Text;
using CSharpChef.Converge.Ssh;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Stacks.Keys;
using CSharpChef.Stacks.Store.Backup;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Stacks.Keys;

public sealed class StackKeyTests : ServerTests
{
    [Fact]
    public async Task A_new_stack_has_a_key_of_its_own_whose_public_line_names_the_stack()
    {
        var (shop, blog) = (await Server.CreateStackAsync(), await Server.CreateStackAsync("my blog"));

        var (ofShop, ofBlog) = (await DescribeAsync(shop), await DescribeAsync(blog));

        Assert.Matches("^ssh-ed25519 [A-Za-z0-9+/=]{68} csharpchef stack shop$", ofShop.Line);
        Assert.EndsWith(" csharpchef stack my blog", ofBlog.Line, StringComparison.Ordinal);
        Assert.Equal(KeyFingerprint.Of(ofShop.Line), ofShop.Fingerprint);
        Assert.NotEqual(ofShop.Fingerprint, ofBlog.Fingerprint);
    }

    [Fact]
    public async Task The_key_of_a_stack_stays_the_same_when_its_settings_change()
    {
        var stack = await Server.CreateStackAsync();
        var (before, key) = (await DescribeAsync(stack), await OpenAsync(stack));

        await Server.CallAsync("UpdateStack", new { StackId = stack, Name = "store" });

        var after = await DescribeAsync(stack);
        Assert.Equal(before.Fingerprint, after.Fingerprint);
        Assert.EndsWith(" csharpchef stack store", after.Line, StringComparison.Ordinal);
        Assert.Equal(key, await OpenAsync(stack));
    }

    [Fact]
    public async Task A_clone_of_a_stack_has_another_key()
    {
        var stack = await Server.CreateStackAsync();

        var clone = (await Server.CallAsync(
            "CloneStack", new { SourceStackId = stack, ServiceRoleArn = "x" }))["StackId"]!.GetValue<string>();

        Assert.NotEqual((await DescribeAsync(stack)).Fingerprint, (await DescribeAsync(clone)).Fingerprint);
        Assert.NotEqual(await OpenAsync(stack), await OpenAsync(clone));
    }

    [Fact]
    public async Task The_private_key_is_in_no_answer_no_log_no_file_of_the_store_and_no_backup()
    {
        var stack = await Server.CreateStackAsync();
        await Server.CallAsync("UpdateStack", new { StackId = stack, CustomJson = "{\"a\":1}" });
        var secret = (await OpenAsync(stack)).Split('\n')[1];
        var backup = Path.Combine(Server.Folder, "backup");
        await BackupWriter.WriteAsync(Server.Plane.Store.Database, backup, Server.Clock, Ct);

        var texts = new List<string> { await TestStore.DumpAsync(Server.Folder), Unpacked(backup) };
        foreach (var operation in new[] { "DescribeStacks", "DescribeActivity" })
        {
            texts.Add((await Server.CallAsync(operation)).ToJsonString());
        }

        texts.AddRange(Directory.GetFiles(Server.Folder).Select(file => Encoding.Latin1.GetString(ReadShared(file))));
        texts.Add((await Server.CallAsync("DescribeStackSshKey", new { StackId = stack })).ToJsonString());

        Assert.All(texts, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal));
        Assert.All(texts[2..4], text => Assert.DoesNotContain("SshKey\"", text, StringComparison.Ordinal));

        // JSON may write a plus sign in another form.
        Assert.Contains(
            (await DescribeAsync(stack)).Line.Split(' ')[1].Split('+')[0], texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_a_deleted_stack_is_removed()
    {
        var stack = await Server.CreateStackAsync();
        await Server.CallAsync("DeleteStack", new { StackId = stack });

        Assert.Null(await StackKeys.OpenAsync(Server.Plane.Store, stack, Ct));
        Assert.Equal(0, await Server.Plane.Store.ReadAsync(
            session => session.ScalarAsync<int>("select count(*) from secret where owner = @stack", new { stack }), Ct));
    }

    [Fact]
    public async Task A_stack_of_an_earlier_release_gets_its_key_when_the_server_starts_and_keeps_it()
    {
        var (stack, other) = (await Server.CreateStackAsync(), await Server.CreateStackAsync("other"));
        var key = await OpenAsync(other);
        await RemoveKeyAsync(stack);
        var refusal = await Server.RequireRefusalAsync("DescribeStackSshKey", new { StackId = stack });

        Assert.Equal(1, await StackKeys.AddMissingAsync(Server.Plane.Store, Ct));

        var made = await DescribeAsync(stack);
        Assert.Contains("restart the server", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await StackKeys.AddMissingAsync(Server.Plane.Store, Ct));
        Assert.Equal((made, key), (await DescribeAsync(stack), await OpenAsync(other)));
    }

    [Fact]
    public async Task A_stack_of_an_earlier_release_gets_its_key_at_its_first_use()
    {
        var stack = await Server.CreateStackAsync();
        await RemoveKeyAsync(stack);

        var keys = await Task.WhenAll(OpenAsync(stack), OpenAsync(stack));

        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(keys[0], await OpenAsync(stack));
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Unpacked(string backup)
    {
        using var file = new GZipStream(File.OpenRead(backup), CompressionMode.Decompress);
        return new StreamReader(file).ReadToEnd();
    }

    private async Task<(string Line, string Fingerprint)> DescribeAsync(string stack)
    {
        var answer = await Server.CallAsync("DescribeStackSshKey", new { StackId = stack });
        return (answer["PublicKey"]!.GetValue<string>(), answer["Fingerprint"]!.GetValue<string>());
    }

    private async Task<string> OpenAsync(string stack) =>
        (await StackKeys.OpenAsync(Server.Plane.Store, stack, Ct))!.Current;

    private Task<Stack> RemoveKeyAsync(string stack) => Server.Plane.Store.WriteAsync(
        async session =>
        {
            var before = (await session.FindAsync<Stack>(stack))!;
            return await session.SaveAsync(before, before with { SshKey = null });
        },
        Ct);
}

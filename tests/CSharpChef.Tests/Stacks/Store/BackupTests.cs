using System.IO.Compression;
using System.Text.Json.Nodes;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Backup;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class BackupTests : ServerTests
{
    private string Backup => Path.Combine(Server.Folder, "backup");

    [Fact]
    public async Task A_restored_server_has_the_same_documents_secrets_and_activity_log()
    {
        var sample = await SampleStack.CreateAsync(Server);
        await Server.CallAsync(
            "UpdateApp",
            new
            {
                AppId = sample["AppId"],
                Environment = new[] { new { Key = "A", Value = "geheim", Secure = true } },
            });
        var rows = await BackupWriter.WriteAsync(Server.Plane.Store.Database, Backup, Server.Clock, Ct);

        await using var other = await SqliteDatabase.OpenAsync(Path.Combine(Server.Folder, "other.db"), Ct);
        Assert.Equal(rows, await BackupReader.ReadAsync(other, Backup, Server.Clock, Ct));

        var store = new DocumentStore(other, new(new StoreOptions(Server.Folder).KeyPath), Server.Clock);
        var plane = new ControlPlane(store, Server.Plane.Server, Server.Clock);
        foreach (var target in new[]
        {
            "OpsWorks_20130218.DescribeStacks",
            "OpsWorks_20130218.DescribeUserProfiles",
            "CSharpChef_20261124.DescribeAccessKeys"
        })
        {
            Assert.Equal(
                await Server.Plane.CallAsync(target, "{}"u8.ToArray(), Server.Admin, Ct),
                await plane.CallAsync(target, "{}"u8.ToArray(), Server.Admin, Ct));
        }

        var app = (await store.ReadAsync(session => session.FindAsync<App>(sample["AppId"]), Ct))!;
        Assert.Equal(
            "geheim", await store.ReadAsync(session => session.RevealAsync(app, app.SecretEnvironment["A"]), Ct));
        Assert.Equal(await Server.Plane.Store.ReadAsync(CountAsync, Ct), await store.ReadAsync(CountAsync, Ct));
    }

    [Fact]
    public async Task A_backup_can_be_restored_only_into_an_empty_store()
    {
        await BackupWriter.WriteAsync(Server.Plane.Store.Database, Backup, Server.Clock, Ct);

        var refusal = await Assert.ThrowsAsync<StoreException>(
            () => BackupReader.ReadAsync(Server.Plane.Store.Database, Backup, Server.Clock, Ct));

        Assert.Contains("not empty", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_backup_restores_nothing()
    {
        await BackupWriter.WriteAsync(Server.Plane.Store.Database, Backup, Server.Clock, Ct);
        var backupBytes = await File.ReadAllBytesAsync(Backup, Ct);
        var lines = Lines(backupBytes);
        await using var other = await SqliteDatabase.OpenAsync(Path.Combine(Server.Folder, "other.db"), Ct);

        byte[][] incompleteBackups =
        [
            Zip(lines[..^1]),
            Zip([.. lines[..2], .. lines[3..]]),
            Zip(["{}"]),
            "text"u8.ToArray(),
        ];
        foreach (var broken in incompleteBackups)
        {
            await File.WriteAllBytesAsync(Backup, broken, Ct);
            var refusal = await Assert.ThrowsAsync<StoreException>(
                () => BackupReader.ReadAsync(other, Backup, Server.Clock, Ct));
            Assert.Contains("not a complete backup", refusal.Message, StringComparison.Ordinal);
        }

        await File.WriteAllBytesAsync(Backup, backupBytes, Ct);
        Assert.True(await BackupReader.ReadAsync(other, Backup, Server.Clock, Ct) > 0);
    }

    [Fact]
    public async Task No_secret_is_in_a_backup()
    {
        await Server.CallAsync("CreateApp", new
        {
            StackId = await Server.CreateStackAsync(),
            Name = "a",
            Type = "other",
            Environment = new[] { new { Key = "A", Value = "geheim", Secure = true } }
        });

        await BackupWriter.WriteAsync(Server.Plane.Store.Database, Backup, Server.Clock, Ct);

        Assert.DoesNotContain(
            "geheim", string.Join('\n', Lines(await File.ReadAllBytesAsync(Backup, Ct))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_calls_are_not_in_a_backup()
    {
        var caller = Server.Admin with { InvocationId = "i-1" };
        await Server.CallAsync("CreateUserProfile", new { IamUserArn = "arn:aws:iam::1:user/alice" }, caller);
        await EarlierAnswers.MoveBackAsync(Server.Plane.Store);
        await Server.CallAsync("CreateUserProfile", new { IamUserArn = "arn:aws:iam::1:user/bob" }, caller);

        await BackupWriter.WriteAsync(Server.Plane.Store.Database, Backup, Server.Clock, Ct);

        var tables = Lines(await File.ReadAllBytesAsync(Backup, Ct))[1..^1]
            .Select(line => JsonNode.Parse(line)!)
            .Select(line => $"{line["table"]} {line["row"]![1]}")
            .ToList();
        Assert.Contains("secret access-key", tables);
        Assert.DoesNotContain("secret answer", tables);
        Assert.DoesNotContain(tables, line => line.StartsWith("answer", StringComparison.Ordinal));
    }

    private static Task<int> CountAsync(StoreSession session) =>
        session.ScalarAsync<int>("select count(*) from activity", new { });

    private static string[] Lines(byte[] backup)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(backup), CompressionMode.Decompress));
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    private static byte[] Zip(string[] lines)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(new GZipStream(memory, CompressionLevel.Fastest)))
        {
            writer.Write(string.Join('\n', lines));
        }

        return memory.ToArray();
    }
}

using System.Globalization;
using System.Security.Cryptography;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

public sealed class FileTests(Fleet fleet) : MachineTests(fleet, CleanUp)
{
    private const string CleanUp = "umount /srv/full /srv/ro 2>/dev/null; rm -rf /srv/files /srv/full /srv/ro";

    [Fact]
    public async Task Content_of_ten_megabytes_is_sent_once_for_two_files_and_not_again()
    {
        var content = Recipes.AddFile("big", RandomNumberGenerator.GetBytes(10_000_000));
        const string Recipe = """
            Directory("/srv/files");
            CookbookFile("/srv/files/one", f => f.Source = "big");
            CookbookFile("/srv/files/two", f => f.Source = "big");
            """;

        var planned = await SentAsync(() => Recipes.RunAsync(Node, Recipe, Ct, ConvergeMode.Plan));
        var first = await SentAsync(() => Recipes.RunSuccessfullyAsync(Node, Recipe, Ct));
        var second = await SentAsync(() => Recipes.RunSuccessfullyAsync(Node, Recipe, Ct));

        Assert.InRange(planned, 1, 100_000);
        Assert.InRange(first, 10_000_000, 11_500_000);
        Assert.InRange(second, 1, 100_000);
        Assert.Equal(content, await ReadAsync("one"));
        Assert.Equal(content, await ReadAsync("two"));
    }

    [Fact]
    public async Task A_file_larger_than_the_memory_limit_of_the_process_is_sent()
    {
        using var tool = new Tool();
        var content = Recipes.AddFile("large", RandomNumberGenerator.GetBytes(300_000_000));
        Recipes.AddRecipe("""
            Directory("/srv/files");
            CookbookFile("/srv/files/large");
            """);
        (await tool.RunAsync(
            Ct, ["plan", Fleet.Name(Node), "-r", "scratch", "--cookbooks", Recipes.Cookbooks])).ExpectSuccess("plan");

        tool.Variables["DOTNET_GCHeapHardLimit"] = "0x4000000";
        (await tool.RunAsync(Ct, ["converge", Fleet.Name(Node), "-r", "scratch", "--cookbooks", Recipes.Cookbooks]))
            .ExpectSuccess("converge");

        Assert.StartsWith(
            Convert.ToHexStringLower(SHA256.HashData(content)),
            await Fleet.ExecAsync(Node, "sha256sum /srv/files/large", Ct),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binary_content_and_line_ends_are_written_unchanged()
    {
        var allBytes = Recipes.AddFile("every", [.. Enumerable.Range(0, 256).Select(i => (byte)i)]);
        var zeros = Recipes.AddFile("zeros", new byte[3]);
        var empty = Recipes.AddFile("empty", []);
        var windows = Recipes.AddFile("windows", "one\r\ntwo\r\n\r\n"u8.ToArray());

        await Recipes.RunSuccessfullyAsync(Node, """
            Directory("/srv/files");
            foreach (var name in new[] { "every", "zeros", "empty", "windows" })
            {
                CookbookFile($"/srv/files/{name}");
            }

            File("/srv/files/inline", f => f.Content = "one\r\ntwo\r\n\r\n");
            """, Ct);

        Assert.Equal(allBytes, await ReadAsync("every"));
        Assert.Equal(zeros, await ReadAsync("zeros"));
        Assert.Equal(empty, await ReadAsync("empty"));
        Assert.Equal(windows, await ReadAsync("windows"));
        Assert.Equal(windows, await ReadAsync("inline"));
    }

    [Theory]
    [InlineData("it's \"quoted\"")]
    [InlineData("two\nlines\n")]
    [InlineData("Grüße 日本 🎉")]
    [InlineData("-rf $(id) `id` \\n * ~ #")]
    public async Task A_file_name_with_special_characters_is_used_literally(string name)
    {
        var literal = name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        var recipe = $$"""
            Directory("/srv/files");
            File("/srv/files/{{literal}}", f => f.Content = "{{literal}}");
            """;

        await Recipes.RunSuccessfullyAsync(Node, recipe, Ct);
        var second = await Recipes.RunSuccessfullyAsync(Node, recipe, Ct);

        Assert.Equal(0, second.Count(ResultStatus.Changed));
        Assert.Equal([name], Directory.EnumerateFileSystemEntries(Outside("")).Select(path => Path.GetFileName(path)));
        Assert.Equal(name, await File.ReadAllTextAsync(Outside(name), Ct));
    }

    [Theory]
    [InlineData("""f.Content = "new\n";""")]
    [InlineData("""f.Content = new string('n', 200_000);""")]
    public async Task A_full_disk_leaves_the_old_file_without_temporary_files_and_the_run_continues(string content)
    {
        await Fleet.ExecAsync(Node, """
            mkdir -p /srv/full
            mount -t tmpfs -o size=64k tmpfs /srv/full
            echo old >/srv/full/file
            cat /dev/zero >/srv/full/filler 2>/dev/null || :
            """, Ct);

        var run = await Recipes.RunAsync(Node, $$"""
            Directory("/srv/files");
            File("/srv/full/file", f => { {{content}} f.IgnoreFailure = true; });
            File("/srv/files/after", f => f.Content = new string('a', 100_000));
            """, Ct);

        Assert.Equal(HostStatus.Ok, run.Status);
        var failed = Assert.Single(run.Resources, resource => resource.Status == ResultStatus.Failed);
        Assert.StartsWith("cannot write /srv/full/file: ", failed.Message, StringComparison.Ordinal);
        Assert.InRange(run.Seconds, 0, 20);
        Assert.Equal("old\nfile\nfiller\n", await Fleet.ExecAsync(Node, "cat /srv/full/file; ls -A /srv/full", Ct));
        Assert.Equal(new string('a', 100_000), await File.ReadAllTextAsync(Outside("after"), Ct));
    }

    [Theory]
    [InlineData("/srv/ro/file", "Read-only file system")]
    [InlineData("/proc/sys/kernel/csharpchef", "")]
    public async Task A_path_that_cannot_be_written_is_named_in_the_error(string path, string reason)
    {
        await Fleet.ExecAsync(Node, "mkdir -p /srv/ro; mount -t tmpfs -o ro tmpfs /srv/ro", Ct);

        var run = await Recipes.RunAsync(Node, $$"""
            File("{{path}}", f => f.Content = "x");
            File("/srv/files");
            """, Ct);

        Assert.Equal(HostStatus.Failed, run.Status);
        var failed = Assert.Single(run.Resources, resource => resource.Status == ResultStatus.Failed);
        Assert.Contains($"cannot write {path}", failed.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failed.Message, StringComparison.Ordinal);
        Assert.EndsWith("default.csx:1:1", failed.Source, StringComparison.Ordinal);
        Assert.Equal(1, run.Count(ResultStatus.NotRun));
    }

    private static string Outside(string name) => Path.Combine(Fleet.WrittenFilesFolder(Node), "srv", "files", name);

    private async Task<byte[]> ReadAsync(string name) => await File.ReadAllBytesAsync(Outside(name), Ct);

    /// <summary>Counts the bytes that were sent to the instance during an action.</summary>
    private async Task<long> SentAsync(Func<Task<HostReport>> run)
    {
        var before = await CountAsync();
        await run();
        return await CountAsync() - before;
    }

    private async Task<long> CountAsync() =>
        long.Parse(
            await File.ReadAllTextAsync($"/sys/class/net/fv-{Fleet.Name(Node)}/statistics/tx_bytes", Ct),
            CultureInfo.InvariantCulture);
}

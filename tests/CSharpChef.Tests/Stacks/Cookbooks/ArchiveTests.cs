using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Tests.Stacks.Cookbooks;

public sealed class ArchiveTests : CookbookSourcesTests
{
    public ArchiveTests() => Options = new() { Hosts = [Loopback] };

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("tgz")]
    public async Task An_archive_is_unpacked_by_its_content_without_the_folder_that_has_everything(string kind)
    {
        await using var server = await FileServer.StartAsync(Archive(kind, ("top/web/recipes/default.csx", "1"), ("top/README.md", "x")));

        var version = await FetchAsync(Source(server.Url));

        Assert.Equal(["web"], version.Cookbooks);
        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(version.Folder, "web/recipes/default.csx"), Ct));
        Assert.Equal(1, server.Calls);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Data, "cookbooks", "downloads")));
    }

    [Fact]
    public async Task A_cookbook_that_is_the_whole_archive_gets_the_name_of_its_folder()
    {
        await using var server = await FileServer.StartAsync(Archive("tgz", ("site/recipes/default.csx", "1")));

        Assert.Equal(["site"], (await FetchAsync(Source(server.Url))).Cookbooks);
    }

    [Fact]
    public async Task User_and_password_are_sent_as_basic_login_and_not_to_another_server()
    {
        await using var target = await FileServer.StartAsync(Archive("zip", ("web/recipes/default.csx", "1")));
        await using var first = await FileServer.StartAsync([], location: target.Url);

        await FetchAsync(Source(first.Url) with { Username = "ann", Password = Secret.New("hidden") });

        Assert.Equal($"Basic {Convert.ToBase64String("ann:hidden"u8)}", first.Authorization);
        Assert.Empty(target.Authorization);
    }

    [Fact]
    public async Task A_redirect_to_a_loopback_address_is_refused()
    {
        await using var target = await FileServer.StartAsync(Archive("zip", ("web/recipes/default.csx", "1")));
        Names["allowed.example.com"] = Loopback;
        Options = new() { Hosts = ["allowed.example.com"] };
        await using var first = await FileServer.StartAsync([], location: target.Url);

        var error = await FailAsync(Source(first.Url.Replace(Loopback, "allowed.example.com", StringComparison.Ordinal)));

        Assert.Contains("serve --allow-source-host 127.0.0.1", error.Message);
        Assert.Equal((1, 0), (first.Calls, target.Calls));
    }

    [Fact]
    public async Task A_zip_that_unpacks_to_more_than_the_limit_is_refused_and_nothing_is_kept()
    {
        await using var server = await FileServer.StartAsync(Archive("zip", ("web/recipes/a", new string('\0', 20_000_000))));
        Limits = new() { Bytes = 1024 * 1024 };

        Assert.Contains("more than 1 MB, which is the limit", (await FailAsync(Source(server.Url))).Message);
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("../out", TarEntryType.RegularFile, "leads out of it")]
    [InlineData("/etc/out", TarEntryType.RegularFile, "leads out of it")]
    [InlineData("web/link", TarEntryType.SymbolicLink, "is a SymbolicLink")]
    [InlineData("web/link", TarEntryType.HardLink, "is a HardLink")]
    [InlineData("web/pipe", TarEntryType.Fifo, "is a Fifo")]
    [InlineData("web/disk", TarEntryType.BlockDevice, "is a BlockDevice")]
    public async Task An_entry_that_is_not_a_file_below_the_archive_is_refused(
        string name, TarEntryType type, string message)
    {
        using var content = new MemoryStream();
        using (var tar = new TarWriter(content, leaveOpen: true))
        {
            var entry = new PaxTarEntry(type, name);
            if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                entry.LinkName = "/etc/passwd";
            }

            tar.WriteEntry(entry);
        }

        await using var server = await FileServer.StartAsync(content.ToArray());

        Assert.Contains(message, (await FailAsync(Source(server.Url))).Message);
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData(404, 3, "does not exist (status 404)")]
    [InlineData(403, 3, "refused the login of the source (status 403)")]
    [InlineData(503, 1, "answered with status 503")]
    public async Task An_answer_of_the_server_that_is_an_error_names_what_to_do(int status, int code, string message)
    {
        await using var server = await FileServer.StartAsync([], status);

        var error = await FailAsync(Source($"{server.Url}?token=hidden"));

        Assert.Contains(message, error.Message);
        Assert.DoesNotContain("hidden", error.ToString());
        Assert.Equal(code, error.ExitCode);
    }

    [Fact]
    public async Task A_page_in_place_of_an_archive_is_an_error()
    {
        await using var server = await FileServer.StartAsync("<html>sign in</html>"u8.ToArray());

        Assert.Contains("it is not an archive", (await FailAsync(Source(server.Url))).Message);
    }

    [Fact]
    public async Task An_object_of_S3_is_got_with_a_signature_that_the_server_can_compute_too()
    {
        await using var server = await FileServer.StartAsync(Archive("zip", ("web/recipes/default.csx", "1")));
        var source = new Source { Type = SourceType.S3, Url = $"{server.Url}/bucket/a%20b.zip", Username = "AKID", Password = Secret.New("secret") };

        Assert.Equal(["web"], (await FetchAsync(source)).Cookbooks);

        var time = server.Headers["x-amz-date"];
        var scope = $"{time[..8]}/us-east-1/s3/aws4_request";
        var empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        var canonical = $"GET\n/bucket/a%20b.zip\n\nhost:{new Uri(server.Url).Authority}\nx-amz-content-sha256:{empty}\nx-amz-date:{time}\n\nhost;x-amz-content-sha256;x-amz-date\n{empty}";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
        var key = Sign(Sign(Sign(Sign("AWS4secret"u8.ToArray(), time[..8]), "us-east-1"), "s3"), "aws4_request");
        Assert.EndsWith($"Signature={Convert.ToHexStringLower(Sign(key, toSign))}", server.Authorization);
    }

    [Fact]
    public async Task A_public_object_of_S3_is_got_without_a_signature()
    {
        await using var server = await FileServer.StartAsync(Archive("zip", ("web/recipes/default.csx", "1")));

        await FetchAsync(new() { Type = SourceType.S3, Url = $"{server.Url}/bucket/a.zip" });

        Assert.Empty(server.Authorization);
    }

    private static Source Source(string url) => new() { Type = SourceType.Archive, Url = url };

    private static byte[] Archive(string kind, params (string Path, string Text)[] files)
    {
        var content = new MemoryStream();
        if (kind == "zip")
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (path, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }
        }
        else
        {
            using var gzip = kind == "tgz" ? new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true) : null;
            using var tar = new TarWriter(gzip ?? (Stream)content, leaveOpen: true);
            foreach (var (path, text) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                });
            }
        }

        return content.ToArray();
    }
}

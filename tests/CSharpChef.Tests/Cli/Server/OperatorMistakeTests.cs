using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>An operator's mistake ends with a sentence that says what to do, and is never called a bug.</summary>
public sealed class OperatorMistakeTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-operator-");

    private string InUse =>
        $"The data folder {folder} is in use by a server or by another command of csharpchef: stop it first, or name another folder with --data.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StoreOptions Options => new(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--rate", "0")]
    [InlineData("--rate", "-1")]
    [InlineData("--burst", "0")]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "-5")]
    public async Task A_rate_or_limit_below_1_is_refused(string option, string value) =>
        await FailsAsync(2, $"{option} {value}: write a whole number from 1 on; for no limit a large one, such as 1000000.", "serve", $"{option}={value}");

    [Fact]
    public async Task An_address_for_a_cluster_is_refused_without_a_cluster() => await FailsAsync(
        2,
        "--cluster-listen 127.0.0.1:1 has no effect without a cluster: name its Redis with --cluster or CSHARPCHEF_CLUSTER, or leave --cluster-listen out.",
        "serve", "--cluster-listen", "127.0.0.1:1");

    [Fact]
    public async Task A_cluster_of_servers_with_SQLite_stores_is_refused() => await FailsAsync(
        2,
        "The servers of a cluster share one PostgreSQL, and this server has a SQLite store: name the database with --store or CSHARPCHEF_STORE, or leave --cluster and CSHARPCHEF_CLUSTER out.",
        "serve", "--cluster", "redis://127.0.0.1:1");

    [Fact]
    public async Task A_folder_in_the_place_of_the_key_file_ends_the_server_with_2_and_leaves_no_key()
    {
        Directory.CreateDirectory(Options.KeyPath);

        await FailsAsync(
            2,
            $"{Options.KeyPath} is a folder, and must be the file of the master keys: move it away, or name a file with --master-key.",
            "serve", "--urls", "http://127.0.0.1:0");

        Assert.Empty(Directory.EnumerateFiles(folder, "*.new"));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("backup")]
    [InlineData("rotate-key")]
    [InlineData("rescue")]
    [InlineData("restore")]
    public async Task A_PostgreSQL_that_cannot_be_reached_ends_a_command_with_4(string verb) => await FailsAsync(
        4,
        "PostgreSQL at 127.0.0.1:1 cannot be reached: Connection refused. Start it, or correct --store or CSHARPCHEF_STORE.",
        [
            verb, .. Arguments(verb), "--store", "postgres://chef@127.0.0.1:1/chef"]);

    [Theory]
    [InlineData("serve")]
    [InlineData("backup")]
    [InlineData("rotate-key")]
    [InlineData("rescue")]
    [InlineData("restore")]
    public async Task A_damaged_database_file_ends_a_command_with_2(string verb)
    {
        await File.WriteAllTextAsync(Options.SqlitePath, new string('x', 5000), Ct);

        await FailsAsync(
            2,
            $"{Options.SqlitePath} is damaged or is not a SQLite database: stop the server and restore a backup into another folder (csharpchef restore FILE --data DIR).",
            [verb, .. Arguments(verb)]);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("rotate-key")]
    [InlineData("rescue")]
    public async Task A_store_of_an_earlier_schema_is_not_migrated_by_a_command_beside_the_server(string verb)
    {
        await using (var database = await SqliteDatabase.OpenAsync(Options.SqlitePath, Ct))
        {
            await Migrations.ApplyAsync(database, 1, Ct);
        }

        await FailsAsync(
            2,
            $"The store has schema 1, and this version works with schema {Migrations.All.Count}: use the csharpchef of the server that runs, or start a server of this version first.",
            [verb, .. Arguments(verb)]);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("rotate-key")]
    [InlineData("rescue")]
    public async Task A_folder_without_a_store_is_named(string verb) =>
        await FailsAsync(
            2,
            $"No store exists in {folder}: name the server's folder with --data, or its database with --store.",
            [verb, .. Arguments(verb)]);

    [Fact]
    public async Task A_backup_into_a_folder_that_does_not_exist_is_refused()
    {
        await MakeStoreAsync();

        var file = Path.Combine(folder, "no", "such", "file");
        await FailsAsync(
            2, $"A file cannot be read or written: Could not find a part of the path '{file}.new'. Correct the path.", "backup",
            file);
    }

    [Theory]
    [InlineData("csharpchef.db")]
    [InlineData("csharpchef.db-wal")]
    [InlineData("csharpchef.db-shm")]
    [InlineData("master.key")]
    [InlineData("credentials")]
    [InlineData("server.lock")]
    public async Task A_backup_that_would_replace_a_file_of_the_server_is_refused(string name)
    {
        await MakeStoreAsync();
        var file = Path.Combine(folder, name);
        var content = File.Exists(file) ? await File.ReadAllBytesAsync(file, Ct) : null;

        await FailsAsync(2, $"{file} belongs to the server: name another file for the backup.", "backup", file);

        Assert.Equal(content, File.Exists(file) ? await File.ReadAllBytesAsync(file, Ct) : null);
    }

    [Fact]
    public async Task A_backup_that_would_replace_the_file_of_the_option_master_key_is_refused()
    {
        await MakeStoreAsync();
        var file = Path.Combine(folder, "other.new");
        File.Copy(Options.KeyPath, file);

        await FailsAsync(
            2, $"{file} belongs to the server: name another file for the backup.",
            "backup", file, "--master-key", file);
        await FailsAsync(
            2, $"{file} belongs to the server: name another file for the backup.",
            "backup", Path.Combine(folder, "other"), "--master-key", file);

        Assert.Equal(await File.ReadAllTextAsync(Options.KeyPath, Ct), await File.ReadAllTextAsync(file, Ct));
    }

    [Fact]
    public async Task A_backup_that_would_replace_a_file_of_the_server_through_a_link_to_its_folder_is_refused()
    {
        await MakeStoreAsync();
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), folder);
        var file = Path.Combine(folder, "link", "master.key");

        await FailsAsync(2, $"{file} belongs to the server: name another file for the backup.", "backup", file);
    }

    [Fact]
    public async Task A_backup_to_a_link_a_folder_or_a_pipe_is_refused_and_leaves_it()
    {
        await MakeStoreAsync();
        var (link, pipe) = (Path.Combine(folder, "link"), Path.Combine(folder, "pipe"));
        File.CreateSymbolicLink(link, "elsewhere");
        Assert.Equal(0, LocalShell.Run("mkfifo", pipe).Code);

        const string Help = "name a regular file for the backup, or one that does not exist.";
        await FailsAsync(2, $"{link} is a symbolic link: {Help}", "backup", link);
        await FailsAsync(2, $"{folder} is a folder: {Help}", "backup", folder);
        await FailsAsync(2, $"{pipe} is a device, a pipe or a socket: {Help}", "backup", pipe);

        Assert.Equal("elsewhere", new FileInfo(link).LinkTarget);
    }

    [Fact]
    public async Task A_backup_replaces_a_regular_file()
    {
        await MakeStoreAsync();
        var file = Path.Combine(folder, "old.backup");
        await File.WriteAllTextAsync(file, "old", Ct);

        (await RunAsync("backup", file)).Exits(0);

        Assert.NotEqual("old", await File.ReadAllTextAsync(file, Ct));
    }

    [Fact]
    public async Task A_rotation_of_a_key_file_that_is_a_link_replaces_the_file_to_which_it_leads()
    {
        await MakeStoreAsync();
        var target = Path.Combine(folder, "real.key");
        File.Move(Options.KeyPath, target);
        File.CreateSymbolicLink(Options.KeyPath, target);

        (await RunAsync("rotate-key")).Exits(0);

        Assert.Equal(target, new FileInfo(Options.KeyPath).LinkTarget);
        Assert.Equal(2, (await File.ReadAllLinesAsync(target, Ct)).Length);
    }

    [Fact]
    public async Task A_restore_of_a_file_that_does_not_exist_is_refused() => await FailsAsync(
        2, "There is no file none.backup: name a backup that csharpchef backup has written.", "restore", "none.backup");

    [Theory]
    [InlineData("{\"backup\":\"csharpchef\",\"schema\":\"0\"}\n{\"end\":0}")]
    [InlineData("{\"backup\":\"csharpchef\",\"schema\":\"two\"}\n{\"end\":0}")]
    [InlineData("{\"backup\":\"csharpchef\",\"schema\":\"2\"}\n{\"table\":\"listing\",\"row\":[\"k\",\"o\",\"i\"]}\n"
        + "{\"table\":\"listing\",\"row\":[\"k\",\"o\",\"i\"]}\n{\"end\":2}")]
    [InlineData("{\"backup\":\"csharpchef\",\"schema\":\"2\"}\n{\"table\":\"listing\",\"row\":[\"k\",\"o\",null]}\n{\"end\":1}")]
    [InlineData("no backup")]
    public async Task A_backup_with_a_wrong_schema_or_row_is_refused(string text)
    {
        var file = WriteBackup(text);

        await FailsAsync(
            2, $"{file} is not a complete backup: nothing was restored. Use another.", "restore", file);
    }

    [Fact]
    public async Task A_rescue_is_refused_while_a_server_has_the_folder_and_prints_a_key_afterwards()
    {
        await MakeStoreAsync();
        await using var store = await StoreOpening.OpenAsync(Options, TimeProvider.System, Ct);
        await CSharpChef.Stacks.Users.FirstAdministrator.MakeAsync(store, (_, _) => { }, Ct);
        var account = await CSharpChef.Stacks.Users.FirstAdministrator.AccountAsync(store, Ct);
        using (DataFolderLock.Acquire(folder))
        {
            await FailsAsync(2, InUse, "rescue", $"arn:aws:iam::{account}:user/admin");
            await FailsAsync(2, InUse, "restore", Options.SqlitePath);
            await FailsAsync(2, InUse, "serve");
        }

        var rescue = await RunAsync("rescue", $"arn:aws:iam::{account}:user/admin");

        rescue.Exits(0);
        Assert.Equal(
            $"arn:aws:iam::{account}:user/admin is an administrator.\nThe new key is shown only here:\n", rescue.Error);
        Assert.StartsWith("[default]\naws_access_key_id = AKIA", rescue.Out, StringComparison.Ordinal);
        var again = await RunAsync("rescue", $"arn:aws:iam::{account}:user/admin");
        Assert.Matches(
            "^arn:[^ ]+ is an administrator\\.\nThe access key AKIA[^ ]+ was removed\\.\nThe new key is shown only here:\n$",
            again.Error);
    }

    [Theory]
    [InlineData("postgres://chef:12/geheim@127.0.0.1:1/chef")]
    [InlineData("postgres://chef:geheim@127.0.0.1:1/chef")]
    [InlineData("postgres://chef:1#geheim@127.0.0.1/chef")]
    [InlineData("postgres://chef@127.0.0.1:1/chef?Password=geheim&Timeout=1")]
    public async Task A_password_in_a_URL_never_appears_in_a_message(string url)
    {
        var options = Options with { Url = url };

        var failure = await Assert.ThrowsAnyAsync<CSharpChef.Recipes.ChefException>(() => StoreFaults.ExplainAsync(
            options, () => StoreOpening.OpenAsync(options, TimeProvider.System, Ct)));

        Assert.DoesNotContain("geheim", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("chef:12", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://chef:geheim@127.0.0.1:1/chef")]
    [InlineData("postgres://chef@127.0.0.1:1/chef?Password=geheim")]
    public async Task A_password_in_an_argument_is_refused(string url) =>
        (await FailsAsync(
            2,
            "--store holds a password, which all users of this machine could read: put the URL into the environment variable CSHARPCHEF_STORE.",
            "serve", "--store", url)).DoesNotPrint("geheim");

    [Fact, WholeSuite]
    public async Task A_port_in_use_ends_the_server_with_2()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await FailsAsync(
            2,
            $"Cannot listen on http://{other.LocalEndpoint}: the port is in use by another process. End that process, or name another port with --urls.",
            "serve", "--urls", $"http://{other.LocalEndpoint}");
    }

    [Fact]
    public async Task An_address_of_another_machine_ends_the_server_with_2() => await FailsAsync(
        2, "Cannot listen on https://192.0.2.1:8443: the address is not one of this machine. Name another with --urls.",
        "serve", "--urls", "https://192.0.2.1:8443", "--certificate", "any.pem");

    private string[] Arguments(string verb) => verb switch
    {
        "backup" => [Path.Combine(Path.GetTempPath(), "never-written.backup")],
        "rescue" => ["arn:aws:iam::1:user/admin"],
        "restore" => [WriteBackup("{\"backup\":\"csharpchef\",\"schema\":\"1\"}\n{\"end\":0}")],
        _ => [],
    };

    private string WriteBackup(string text)
    {
        var file = Path.Combine(folder, "some.backup");
        using var zip = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        zip.Write(Encoding.UTF8.GetBytes(text));
        return file;
    }

    private async Task MakeStoreAsync() =>
        await (await StoreOpening.OpenAsync(Options, TimeProvider.System, Ct)).DisposeAsync();

    private Task<CommandOutcome> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync([.. arguments, "--data", folder]);

    private async Task<CommandOutcome> FailsAsync(int code, string sentence, params string[] arguments)
    {
        var outcome = (await RunAsync(arguments)).Exits(code).DoesNotPrint("bug", "   at ", "Exception");
        Assert.Equal((sentence, ""), (outcome.Error.TrimEnd('\n'), outcome.Out));
        return outcome;
    }
}

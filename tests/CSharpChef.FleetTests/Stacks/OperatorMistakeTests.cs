using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>An operator's mistake with a real disk or database ends with a sentence that says what to do.</summary>
public sealed class OperatorMistakeTests
{
    [Theory]
    [InlineData("stranger", "postgres", "refuses the login: role \"stranger\" does not exist\\. Correct user and password in CSHARPCHEF_STORE, PGPASSWORD or ~/\\.pgpass")]
    [InlineData("chef", "nowhere", "refuses: database \"nowhere\" does not exist\\. Correct --store or CSHARPCHEF_STORE, or what it names")]
    public async Task A_PostgreSQL_that_refuses_the_login_or_the_database_ends_a_server_with_2(
        string user, string database, string message)
    {
        var postgres = await SharedPostgres.GetAsync();
        var folder = TemporaryFolder.Create("csharpchef-operator-");

        var url = postgres.UrlOf("public")
            .Replace("chef@", $"{user}@", StringComparison.Ordinal)
            .Replace("/postgres?", $"/{database}?", StringComparison.Ordinal);
        await FailsAsync(2, $@"PostgreSQL at 127\.0\.0\.1:\d+ {message}", "serve", "--data", folder, "--store", url);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_full_disk_ends_a_start_and_a_backup_with_2()
    {
        Prerequisite.RequireRootOnLinux();
        using var store = await ServerStore.CreateAsync();
        using var disk = SmallDisk.Mount(8);
        disk.Fill();

        await FailsAsync(2, $"The disk of {disk.Folder}/csharpchef\\.db is full: free some space", "serve", "--data", disk.Folder);
        await FailsAsync(
            2, $"A file cannot be read or written: No space left on device: '{disk.Folder}/backup\\.new'\\. Free some space on its disk", "backup", Path.Combine(disk.Folder, "backup"), "--data", store.Folder);
    }

    [Fact]
    public async Task A_Redis_that_cannot_be_reached_ends_a_server_with_4()
    {
        var url = await CreateSchemaAsync();
        using var store = await ServerStore.CreateAsync(url);

        await FailsAsync(
            4, @"Redis at 127\.0\.0\.1:1 cannot be reached\. Start it, or correct --cluster or CSHARPCHEF_CLUSTER", "serve", "--data", store.Folder, "--store", url, "--cluster", "redis://127.0.0.1:1");
    }

    [Fact]
    public async Task A_Redis_that_refuses_the_login_ends_a_server_with_2()
    {
        var url = await CreateSchemaAsync();
        using var store = await ServerStore.CreateAsync(url);
        await using var redis = await RedisServer.StartAsync();
        await redis.RequirePasswordAsync("another");

        await FailsAsync(
            2, @"Redis at 127\.0\.0\.1:\d+ refuses the login\. Correct user and password in CSHARPCHEF_CLUSTER", "serve", "--urls", "http://127.0.0.1:0", "--data", store.Folder, "--store", url, "--cluster", redis.Url);
    }

    [Fact]
    public async Task An_address_of_the_cluster_that_is_not_this_machines_ends_a_server_with_2()
    {
        var url = await CreateSchemaAsync();
        using var store = await ServerStore.CreateAsync(url);
        await using var redis = await RedisServer.StartAsync();

        await FailsAsync(
            2, @"Cannot listen for the cluster on 192\.0\.2\.1:11111: Cannot assign requested address\. Name a free address of this machine with --cluster-listen", "serve", "--data", store.Folder, "--store", url,
            "--cluster", redis.Url, "--cluster-listen", "192.0.2.1:11111");
    }

    private static async Task<string> CreateSchemaAsync() =>
        await (await SharedPostgres.GetAsync()).CreateSchemaAsync($"mistake{Guid.NewGuid():N}");

    /// <param name="code">The exit code.</param>
    /// <param name="sentence">The pattern of the whole output, without its full stop.</param>
    /// <param name="arguments">The command.</param>
    private static async Task FailsAsync(int code, string sentence, params string[] arguments)
    {
        var outcome = (await CommandLine.RunAsync(arguments)).Exits(code).DoesNotPrint("bug", "   at ", "Exception");
        Assert.Matches($@"^{sentence}\.\n$", outcome.Out + outcome.Error);
    }
}

using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>An operator's mistake with a real disk or database ends with a sentence that says what to do.</summary>
public sealed class OperatorMistakeTests
{
    [Theory]
    [InlineData("stranger", "postgres", "refuses the login: role \"stranger\" does not exist")]
    [InlineData("chef", "nowhere", "refuses: database \"nowhere\" does not exist")]
    public async Task A_PostgreSQL_that_refuses_the_login_or_the_database_ends_a_server_with_2(
        string user, string database, string message)
    {
        var postgres = await SharedPostgres.GetAsync();
        var folder = TemporaryFolder.Create("csharpchef-operator-");

        var url = postgres.UrlOf("public")
            .Replace("chef@", $"{user}@", StringComparison.Ordinal)
            .Replace("/postgres?", $"/{database}?", StringComparison.Ordinal);
        await FailsAsync(2, message, "serve", "--data", folder, "--store", url);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_full_disk_ends_a_start_and_a_backup_with_2()
    {
        Prerequisite.RequireRootOnLinux();
        using var store = await ServerStore.CreateAsync();
        using var disk = await SmallDisk.MountAsync(8);
        await disk.FillAsync();

        await FailsAsync(2, "disk", "serve", "--data", disk.Folder);
        await FailsAsync(
            2, "No space left on device", "backup", Path.Combine(disk.Folder, "backup"), "--data", store.Folder);
    }

    private static async Task FailsAsync(int code, string message, params string[] arguments) =>
        (await CommandLine.RunAsync(arguments)).Exits(code).Prints(message).DoesNotPrint("bug", "   at ", "Exception");
}

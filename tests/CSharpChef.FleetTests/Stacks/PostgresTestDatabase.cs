using System.Runtime.CompilerServices;
using System.Text;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>Stores of tests in schemas of one PostgreSQL server.</summary>
internal sealed class PostgresTestDatabase : ITestDatabase
{
    [ModuleInitializer]
    internal static void Choose() => TestStore.Database = new PostgresTestDatabase();

    public async Task<DocumentStore> OpenAsync(string folder, TimeProvider clock)
    {
        var server = await SharedPostgres.GetAsync();
        return await StoreOpening.OpenAsync(
            new(folder) { Url = await server.CreateSchemaAsync(Schema(folder)) }, clock, default);
    }

    public async Task<DocumentStore> ReopenAsync(string folder, TimeProvider clock)
    {
        var server = await SharedPostgres.GetAsync();
        return await StoreOpening.OpenAsync(new(folder) { Url = server.UrlOf(Schema(folder)) }, clock, default);
    }

    public async Task<string> DumpAsync(string folder) =>
        await (await SharedPostgres.GetAsync()).DumpAsync(Schema(folder));

    // Names of folders are case-sensitive, those of schemas are not.
    private static string Schema(string folder) =>
        $"s{Convert.ToHexString(Encoding.UTF8.GetBytes(Path.GetFileName(folder)[^12..])).ToLowerInvariant()}";
}

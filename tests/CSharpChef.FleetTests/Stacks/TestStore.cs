using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.Stacks.Store;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>The store that a test of stacks gets here: a schema of a PostgreSQL.</summary>
internal static class TestStore
{
    public static async Task<DocumentStore> OpenAsync(string folder, TimeProvider clock)
    {
        var server = await SharedPostgres.GetAsync();
        return await StoreOpening.OpenAsync(
            new(folder) { Url = await server.SchemaAsync(Schema(folder)) }, clock, default);
    }

    /// <summary>All that the database keeps on its disk or tells, to look for what must not be there.</summary>
    public static async Task<string> DumpAsync(string folder) =>
        await (await SharedPostgres.GetAsync()).DumpAsync(Schema(folder));

    // Names of folders differ in case, those of schemas would not.
    private static string Schema(string folder) =>
        $"s{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(folder)[^6..])).ToLowerInvariant()}";
}

using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.Stacks.Store;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>Opens the store of a test: a schema of a PostgreSQL server.</summary>
internal static class TestStore
{
    public static async Task<DocumentStore> OpenAsync(string folder, TimeProvider clock)
    {
        var server = await SharedPostgres.GetAsync();
        return await StoreOpening.OpenAsync(
            new(folder) { Url = await server.SchemaAsync(Schema(folder)) }, clock, default);
    }

    /// <summary>The whole content of the database, to check that a text is not in it.</summary>
    public static async Task<string> DumpAsync(string folder) =>
        await (await SharedPostgres.GetAsync()).DumpAsync(Schema(folder));

    // Unlike names of folders, names of schemas do not differ in case.
    private static string Schema(string folder) =>
        $"s{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(folder)[^6..])).ToLowerInvariant()}";
}

using CSharpChef.Stacks.Store;

namespace CSharpChef.TestSupport.Stacks;

/// <summary>Opens stores for tests, in the kind of database that the test project chose.</summary>
internal static class TestStore
{
    /// <summary>SQLite, unless a test project chooses another kind before its first test.</summary>
    public static ITestDatabase Database { get; set; } = new SqliteTestDatabase();

    public static Task<DocumentStore> OpenAsync(string folder, TimeProvider clock) =>
        Database.OpenAsync(folder, clock);

    /// <summary>Opens a store a second time, as another process would.</summary>
    public static Task<DocumentStore> ReopenAsync(string folder, TimeProvider clock) =>
        Database.ReopenAsync(folder, clock);

    public static Task<string> DumpAsync(string folder) => Database.DumpAsync(folder);
}

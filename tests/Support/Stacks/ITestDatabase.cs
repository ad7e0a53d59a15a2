using CSharpChef.Stacks.Store;

namespace CSharpChef.TestSupport.Stacks;

/// <summary>A kind of database in which tests keep their stores, one for each data folder.</summary>
internal interface ITestDatabase
{
    Task<DocumentStore> OpenAsync(string folder, TimeProvider clock);

    /// <summary>Opens a store that exists, as another process would.</summary>
    Task<DocumentStore> ReopenAsync(string folder, TimeProvider clock);

    /// <summary>Reads everything that the database stores, to search it for text that must not be there.</summary>
    Task<string> DumpAsync(string folder);
}

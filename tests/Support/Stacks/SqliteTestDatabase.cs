using System.Text;
using CSharpChef.Stacks.Store;

namespace CSharpChef.TestSupport.Stacks;

/// <summary>Stores of tests in SQLite files.</summary>
internal sealed class SqliteTestDatabase : ITestDatabase
{
    public Task<DocumentStore> OpenAsync(string folder, TimeProvider clock) =>
        StoreOpening.OpenAsync(new(folder) { FreeBytes = _ => long.MaxValue }, clock, default);

    public Task<DocumentStore> ReopenAsync(string folder, TimeProvider clock) => OpenAsync(folder, clock);

    public async Task<string> DumpAsync(string folder)
    {
        var text = "";
        foreach (var file in Directory.EnumerateFiles(folder, "csharpchef.db*"))
        {
            using var reader = new StreamReader(
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.Latin1);
            text += await reader.ReadToEndAsync();
        }

        return text;
    }
}

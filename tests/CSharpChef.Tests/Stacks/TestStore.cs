using CSharpChef.Stacks.Store;

namespace CSharpChef.Tests.Stacks;

/// <summary>The store that a test of stacks gets here: a SQLite file.</summary>
internal static class TestStore
{
    public static Task<DocumentStore> OpenAsync(string folder, TimeProvider clock) =>
        StoreOpening.OpenAsync(new(folder), clock, default);

    /// <summary>All that the database keeps on its disk or tells, to look for what must not be there.</summary>
    public static async Task<string> DumpAsync(string folder)
    {
        var text = "";
        foreach (var file in Directory.EnumerateFiles(folder, "csharpchef.db*"))
        {
            using var reader = new StreamReader(
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.Latin1);
            text += await reader.ReadToEndAsync();
        }

        return text;
    }
}

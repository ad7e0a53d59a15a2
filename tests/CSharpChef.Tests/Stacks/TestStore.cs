using CSharpChef.Stacks.Store;

namespace CSharpChef.Tests.Stacks;

/// <summary>Opens the store of a test: a SQLite file.</summary>
internal static class TestStore
{
    public static Task<DocumentStore> OpenAsync(string folder, TimeProvider clock) =>
        StoreOpening.OpenAsync(new(folder), clock, default);

    /// <summary>The whole content of the database, to check that a text is not in it.</summary>
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

using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Editors;

/// <summary>The extension of Visual Studio Code, packed once from a copy of its source.</summary>
public sealed class PackedExtension : IAsyncLifetime
{
    private static readonly string[] Made = ["node_modules", "dist", "schemas", "LICENSE"];
    private readonly string root = TemporaryFolder.Create("csharpchef-extension-");

    /// <summary>The path of the packed extension.</summary>
    public string File => Path.Combine(Folder, "csharpchef.vsix");

    private string Folder => Path.Combine(root, "editors", "vscode");

    public async ValueTask InitializeAsync()
    {
        if (!WholeSuiteAttribute.IsAskedFor)
        {
            return;
        }

        Copy(SourceTree.PathOf("editors/vscode"), Folder);
        Copy(SourceTree.PathOf("schemas"), Path.Combine(root, "schemas"));
        System.IO.File.Copy(SourceTree.PathOf("LICENSE"), Path.Combine(root, "LICENSE"));
        await ChildProcess.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], Folder);
        await ChildProcess.RunAsync("npm", ["run", "package"], Folder);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(file => !IsMade(file)))
        {
            System.IO.File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => !IsMade(folder)))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static bool IsMade(string path) =>
        Made.Contains(Path.GetFileName(path)) || path.EndsWith(".vsix", StringComparison.Ordinal);
}

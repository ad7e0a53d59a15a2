using System.Runtime.CompilerServices;

namespace CSharpChef.Tests;

/// <summary>The project's own files, as they are written.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    public static string PathOf(string below) => Path.Combine(Root, below);

    public static string Read(string below) => File.ReadAllText(PathOf(below));

    /// <summary>C# files below a folder, without what the compiler makes.</summary>
    public static IEnumerable<string> CSharpFiles(string below) => Directory
        .EnumerateFiles(PathOf(below), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    public static string Name(string file) => Path.GetRelativePath(Root, file);

    private static string Here([CallerFilePath] string thisFile = "") => thisFile;
}

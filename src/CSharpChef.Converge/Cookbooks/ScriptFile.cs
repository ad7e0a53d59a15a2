namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// Which files of a cookbook are scripts: those that end with <c>.csx</c>, and those that end with <c>.cs</c> and that
/// editors therefore know as file-based apps. Both mean the same.
/// </summary>
internal static class ScriptFile
{
    /// <summary>The ending of scripts in templates, messages and documents.</summary>
    public const string Ending = ".csx";

    /// <summary>The ending of scripts that are file-based apps too.</summary>
    public const string AppEnding = ".cs";

    // What builds leave in a folder.
    private static readonly string[] BuildFolders = ["bin", "obj"];

    public static bool Is(string path) => EndingOf(path) is not null;

    public static bool IsApp(string path) => EndingOf(path) == AppEnding;

    /// <summary>The name of a recipe by the name of its file; null when the file is not a recipe.</summary>
    public static string? RecipeOf(string file) =>
        EndingOf(file) is { } ending && RunListItem.IsName(file[..^ending.Length]) ? file[..^ending.Length] : null;

    /// <summary>The path of the same script with the other ending.</summary>
    public static string WithOtherEnding(string script) =>
        IsApp(script) ? script[..^AppEnding.Length] + Ending : script[..^Ending.Length] + AppEnding;

    /// <summary>Whether scripts are looked for in a folder of a cookbook.</summary>
    public static bool MayBeIn(DirectoryInfo folder) =>
        !folder.Name.StartsWith('.')
        && !BuildFolders.Contains(folder.Name)
        // A link may lead back to a folder above it.
        && folder.LinkTarget is null;

    private static string? EndingOf(string path) =>
        path.EndsWith(Ending, StringComparison.Ordinal) ? Ending
        : path.EndsWith(AppEnding, StringComparison.Ordinal) ? AppEnding
        : null;
}

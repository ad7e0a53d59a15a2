namespace CSharpChef.Converge.Compile.Shared;

/// <summary>
/// Decides which scripts of a cookbook are shared code: those that have types only, and load nothing but shared code.
/// All others are compiled into each recipe that loads them.
/// </summary>
internal static class SharedFiles
{
    /// <param name="files">The scripts of <c>lib/</c> and <c>resources/</c>.</param>
    /// <param name="isShared">Whether a script of another cookbook is shared code.</param>
    /// <param name="exists">Whether a script exists.</param>
    public static IReadOnlyList<SharedFile> Of(
        IReadOnlyList<SharedFile> files, Func<string, bool> isShared, Func<string, bool> exists)
    {
        var shared = files.Where(file => file.HasTypesOnly).ToList();
        while (shared.RemoveAll(file => Targets(file, exists)
            .Any(path => !isShared(path) && shared.TrueForAll(other => other.Path != path))) > 0)
        {
            // A script that loads one that was left out is left out too.
        }

        return shared;
    }

    /// <summary>The scripts that a script loads, by their logical paths, without those that do not exist.</summary>
    public static IEnumerable<string> Targets(SharedFile file, Func<string, bool> exists) => file.Loads
        .Select(load => LoadPath.Candidates(load.Text, file.Path).FirstOrDefault(exists))
        .OfType<string>();

    /// <summary>An error for each script to load that does not exist.</summary>
    public static IEnumerable<string> MissingLoads(SharedFile file, Func<string, bool> exists) => file.Loads
        .Where(load => !LoadPath.Candidates(load.Text, file.Path).Any(exists))
        .Select(load => $"{load.Place}: error CS1504: Source file '{load.Text}' could not be found.\n    {LoadPath.Hint(load.Text, file.Path, exists)}");
}

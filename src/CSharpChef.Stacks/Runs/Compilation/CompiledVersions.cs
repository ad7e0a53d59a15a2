namespace CSharpChef.Stacks.Runs.Compilation;

/// <summary>The folders of compiled recipes, one for each version of a stack's cookbooks.</summary>
internal static class CompiledVersions
{
    private const string Compiled = "compiled";

    /// <param name="data">The folder of the server's data.</param>
    /// <param name="stack">The id of a stack.</param>
    /// <param name="version">A version of its cookbooks.</param>
    public static string FolderOf(string data, string stack, string version) =>
        Path.Combine(data, Compiled, stack, version);

    /// <summary>Removes the compiled recipes of versions whose cookbooks were removed.</summary>
    public static void Remove(string data, string stack, IReadOnlyList<string> versions) =>
        versions.Select(version => FolderOf(data, stack, version)).ToList().ForEach(Remove);

    /// <summary>Removes what is left of stacks that were deleted: their cookbooks and compiled recipes.</summary>
    /// <param name="data">The folder of the server's data.</param>
    /// <param name="stacks">The ids of the stacks that exist.</param>
    public static void RemoveOthers(string data, IReadOnlyCollection<string> stacks)
    {
        foreach (var kind in new[] { Compiled, "cookbooks" })
        {
            var folder = Path.Combine(data, kind);
            foreach (var old in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
            {
                if (Guid.TryParse(Path.GetFileName(old), out _) && !stacks.Contains(Path.GetFileName(old)))
                {
                    Remove(old);
                }
            }
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A worker may still read it, or it does not exist: the next start of the server removes the rest.
        }
    }
}

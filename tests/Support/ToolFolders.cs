namespace CSharpChef.TestSupport;

/// <summary>
/// Folders in which the tool keeps its files during tests, apart from those of the machine's user. The cache stays from
/// one test run to the next: the name of each of its files is a digest of what the file was made from.
/// </summary>
internal static class ToolFolders
{
    public static string Cache { get; } = Path.Combine(AppContext.BaseDirectory, "cache");

    public static string State { get; } = Directory.CreateTempSubdirectory("csharpchef-state-").FullName;

    public static void Use()
    {
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Cache);
        Environment.SetEnvironmentVariable("CSHARPCHEF_STATE", State);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(State, recursive: true);
    }
}

using System.Runtime.Loader;

namespace CSharpChef.TestSupport;

/// <summary>
/// Folders in which the tool keeps its files during tests, apart from those of the machine's user. The cache is kept
/// for the next test run: the name of each of its files is a digest of what the file was made from.
/// </summary>
internal static class ToolFolders
{
    public static string Cache { get; } = Path.Combine(AppContext.BaseDirectory, "cache");

    public static string State { get; } = TemporaryFolder.Create("csharpchef-state-");

    public static void Use()
    {
        // A test loads this assembly again in a context of its own: the variables of the process stay as they are.
        if (AssemblyLoadContext.GetLoadContext(typeof(ToolFolders).Assembly) != AssemblyLoadContext.Default)
        {
            return;
        }

        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Cache);
        Environment.SetEnvironmentVariable("CSHARPCHEF_STATE", State);
        // It would win over the folder of packages that the nuget.config of a test names.
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);
        Environment.SetEnvironmentVariable("NUGET_HTTP_CACHE_PATH", Path.Combine(State, "nuget"));
    }
}

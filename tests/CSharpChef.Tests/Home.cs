using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CSharpChef.Tests;

/// <summary>
/// What the tool keeps, kept apart from what the user of this machine has. The cache stays from run to run, since the
/// names in it tell all that went into what they name.
/// </summary>
internal static class Home
{
    public static string Cache { get; } = Path.Combine(AppContext.BaseDirectory, "cache");

    public static string State { get; } = Directory.CreateTempSubdirectory("csharpchef-state-").FullName;

    [ModuleInitializer]
    internal static void Move()
    {
        // A test loads this assembly again in a context of its own: the variables of the process stay as they are.
        if (AssemblyLoadContext.GetLoadContext(typeof(Home).Assembly) != AssemblyLoadContext.Default)
        {
            return;
        }

        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Cache);
        Environment.SetEnvironmentVariable("CSHARPCHEF_STATE", State);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(State, recursive: true);
    }
}

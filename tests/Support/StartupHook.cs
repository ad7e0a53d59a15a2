#pragma warning disable IDE0130 // The runtime looks for this type outside of any namespace.

/// <summary>Runs in a process of the tool, and writes the names of its loaded assemblies when it ends.</summary>
internal static class StartupHook
{
    public const string File = "CSHARPCHEF_TESTS_LOADED";

    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.WriteAllLines(
        Environment.GetEnvironmentVariable(File)!,
        AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!));
}

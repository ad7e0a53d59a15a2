namespace CSharpChef.Converge.Disk;

/// <summary>Finds programs of this machine by their names.</summary>
internal static class ProgramPath
{
    // What a shell of Windows adds to a name.
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    /// <summary>The first program of that name in the folders of PATH; null where there is none.</summary>
    public static string? Find(string name) => Find(name, Environment.GetEnvironmentVariable);

    /// <param name="name">The name of the program, without an ending.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static string? Find(string name, Func<string, string?> variable) => (variable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Endings.Select(ending => Path.Combine(folder, name + ending)))
        .FirstOrDefault(File.Exists);
}

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>Finds the programs of OpenSSH on this machine.</summary>
internal static class OpenSshProgram
{
    /// <summary>The ssh program; null where there is none. On Windows ssh cannot share a connection.</summary>
    public static string? Find() => OperatingSystem.IsWindows() ? null : InPath("ssh");

    /// <summary>The program that starts another in a session of its own, so that Ctrl-C does not reach it.</summary>
    public static string? Setsid { get; } = OperatingSystem.IsWindows() ? null : InPath("setsid");

    private static string? InPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}

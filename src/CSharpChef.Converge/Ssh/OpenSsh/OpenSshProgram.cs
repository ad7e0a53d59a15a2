using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>Finds the programs of OpenSSH on this machine.</summary>
internal static class OpenSshProgram
{
    /// <summary>The ssh program; null where there is none. On Windows ssh cannot share a connection.</summary>
    public static string? Find() => OperatingSystem.IsWindows() ? null : ProgramPath.Find("ssh");

    /// <summary>The program that starts another in a session of its own, so that Ctrl-C does not reach it.</summary>
    public static string? Setsid { get; } = OperatingSystem.IsWindows() ? null : ProgramPath.Find("setsid");
}

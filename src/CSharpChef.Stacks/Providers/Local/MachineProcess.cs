using System.Globalization;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// The first process of a machine, with its process id on this host. Its start time distinguishes it from a later
/// process with the same id.
/// </summary>
internal sealed record MachineProcess(int Id, ulong Started)
{
    private const int StartTime = 19;

    public string Root => $"/proc/{Id}/root";

    /// <summary>The boot id that the machine sees; null when it has ended or has not begun to boot.</summary>
    public string? BootId()
    {
        try
        {
            return File.ReadAllText($"{Root}/proc/sys/kernel/random/boot_id").TrimEnd();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Finds the first process of a machine; null when the process does not exist or is another one.</summary>
    public static MachineProcess? Find(int id)
    {
        try
        {
            return IsFirst(File.ReadAllText($"/proc/{id}/status"))
                ? new MachineProcess(id, StartedOf(File.ReadAllText($"/proc/{id}/stat")))
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>True for the first process of a process namespace directly below that of the host.</summary>
    public static bool IsFirst(string status) =>
        status.Split('\n').FirstOrDefault(
            line => line.StartsWith("NSpid:", StringComparison.Ordinal))?.Split('\t') is [_, _, "1"];

    /// <summary>
    /// The start time in ticks since the host booted. The program's name comes before it, in brackets, and may contain
    /// any character.
    /// </summary>
    public static ulong StartedOf(string stat) =>
        ulong.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[StartTime], CultureInfo.InvariantCulture);
}

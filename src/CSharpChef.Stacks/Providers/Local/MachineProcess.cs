using System.Globalization;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// The process that is a machine's first, as this host counts. The time it started tells it from a later one of the
/// same number.
/// </summary>
internal sealed record MachineProcess(int Id, ulong Started)
{
    private const int StartTime = 19;

    public string Root => $"/proc/{Id}/root";

    /// <summary>Null when there is no such process, or it is not the first of a name space right below ours.</summary>
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

    public static bool IsFirst(string status) =>
        status.Split('\n').FirstOrDefault(
            line => line.StartsWith("NSpid:", StringComparison.Ordinal))?.Split('\t') is [_, _, "1"];

    /// <summary>
    /// In ticks since the host booted. A program's name stands before it in brackets, and may hold anything.
    /// </summary>
    public static ulong StartedOf(string stat) =>
        ulong.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[StartTime], CultureInfo.InvariantCulture);
}

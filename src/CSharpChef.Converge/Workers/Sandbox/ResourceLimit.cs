using System.Runtime.InteropServices;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>The limits of a process, by the numbers that the framework's library has for them.</summary>
internal static partial class ResourceLimit
{
    private const int Processor = 0;
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;
    private const int AddressSpace = 5;
    private const int Processes = 8;
    private const int OpenFiles = 9;

    /// <summary>Limits this process and all that it starts. Nothing can raise the limits again.</summary>
    /// <exception cref="InvalidOperationException">The system refused a limit.</exception>
    public static void Apply(SandboxLimits limits)
    {
        Set(Processor, limits.ProcessorSeconds);
        Set(FileSize, limits.FileSize);
        Set(Data, limits.Data);
        Set(Core, 0);
        Set(AddressSpace, limits.AddressSpace);
        Set(Processes, limits.Processes);
        Set(OpenFiles, limits.OpenFiles);
    }

    private static void Set(int resource, long most)
    {
        var limit = new Pair((ulong)most, (ulong)most);
        if (SetRLimit(resource, in limit) != 0)
        {
            throw new InvalidOperationException($"The limit {resource} of the process cannot be set to {most}.");
        }
    }

    [LibraryImport(UnixStatus.Native, EntryPoint = "SystemNative_SetRLimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetRLimit(int resource, in Pair limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Pair(ulong Current, ulong Maximum);
}

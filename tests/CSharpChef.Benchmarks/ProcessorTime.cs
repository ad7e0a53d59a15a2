using System.Runtime.InteropServices;

namespace CSharpChef.Benchmarks;

/// <summary>The processor time that the operating system counted for processes that ended.</summary>
internal static partial class ProcessorTime
{
    private const int Children = -1;

    /// <summary>User and system time of all children so far, and theirs.</summary>
    public static TimeSpan OfChildren() => Ask(Children, out var usage) == 0
        ? TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds)
            + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds)
        : throw new BenchmarkException("getrusage fails on this machine");

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}

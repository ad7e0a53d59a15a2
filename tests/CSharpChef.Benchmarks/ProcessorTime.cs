using System.Runtime.InteropServices;

namespace CSharpChef.Benchmarks;

/// <summary>The processor time that the operating system counted for processes that ended.</summary>
internal static partial class ProcessorTime
{
    private const int Children = -1;

    /// <summary>The user and system time of all ended children of this process and their children.</summary>
    public static TimeSpan OfChildren() => GetUsage(Children, out var usage) == 0
        ? TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds)
            + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds)
        : throw new BenchmarkException("cannot measure the processor time: getrusage failed");

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}

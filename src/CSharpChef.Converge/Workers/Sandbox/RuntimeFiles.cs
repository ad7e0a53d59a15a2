using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>
/// The files of this machine that a .NET process needs to run this program: the runtime that this process runs on, the
/// program's own folder, and the libraries of the system that this process has loaded.
/// </summary>
internal sealed class RuntimeFiles
{
    private static readonly string[] Loaders =
    [
        "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", "/lib/ld-linux-armhf.so.3",
        "/lib/ld-musl-x86_64.so.1", "/lib/ld-musl-aarch64.so.1",
    ];

    private static readonly Lazy<RuntimeFiles> Known = new(() => new RuntimeFiles());

    private RuntimeFiles()
    {
        // The library of cryptography is loaded at its first use.
        _ = SHA256.HashData([]);
        Root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        Folders =
        [
            Path.Combine(Root, "host"),
            .. Frameworks(),
            Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory),
        ];
        Libraries = [.. Loaders.Where(File.Exists), .. Loaded().Where(IsOutside).SelectMany(WithLinks).Distinct()];
    }

    public static RuntimeFiles OfThisProcess => Known.Value;

    /// <summary>The folder of .NET.</summary>
    public string Root { get; }

    /// <summary>The program that starts .NET programs.</summary>
    public string Host => Path.Combine(Root, "dotnet");

    /// <summary>The folders of the runtime and of this program.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The libraries of the system, by all names under which they are looked for.</summary>
    public IReadOnlyList<string> Libraries { get; }

    /// <summary>A library by its path and by all links to it in its folder.</summary>
    public static IEnumerable<string> WithLinks(string library) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(library)!, $"{Path.GetFileName(library).Split(".so")[0]}.so*")
            .Where(each => each == library || RealPathOf(each) == RealPathOf(library));

    private static string RealPathOf(string path) =>
        File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    private IEnumerable<string> Frameworks() =>
        $"{AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")}".Split(Path.PathSeparator)
            .Select(path => Path.GetDirectoryName(path)!)
            .Where(folder => folder.StartsWith(Path.Combine(Root, "shared"), StringComparison.Ordinal))
            .Distinct();

    private static IEnumerable<string> Loaded() => File.ReadLines("/proc/self/maps")
        .Select(line => line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries))
        .Where(fields => fields.Length == 6 && fields[5].StartsWith('/')
            && Path.GetFileName(fields[5]).Contains(".so", StringComparison.Ordinal))
        .Select(fields => fields[5])
        .Distinct();

    private bool IsOutside(string library) => File.Exists(library)
        && !Folders.Any(folder => library.StartsWith($"{folder}/", StringComparison.Ordinal));
}

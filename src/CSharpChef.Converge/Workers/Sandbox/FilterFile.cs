using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>
/// The filter of system calls as a file, which bubblewrap reads. It is deleted when this process ends.
/// </summary>
internal static class FilterFile
{
    private static readonly Lazy<string> Known = new(Create);

    /// <exception cref="ConvergeException">There is no filter for this machine.</exception>
    public static string FullPath => Known.Value;

    private static string Create()
    {
        var program = SystemCallFilter.Program ?? throw new ConvergeException(
            "recipes cannot be evaluated on this server: there is a sandbox for x86-64 and arm64 only");
        var folder = Directory.CreateTempSubdirectory("csharpchef-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var path = Path.Combine(folder.FullName, "calls.bpf");
        File.WriteAllBytes(path, program);
        return path;
    }
}

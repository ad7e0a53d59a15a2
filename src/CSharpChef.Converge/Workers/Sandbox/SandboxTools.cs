using System.Diagnostics;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>The programs of this machine that make a sandbox.</summary>
internal static class SandboxTools
{
    private static readonly Lazy<IReadOnlyList<string>> Known = new(FindUserTools);

    /// <summary>The path of bubblewrap.</summary>
    /// <exception cref="ConvergeException">It is not installed.</exception>
    public static string Bubblewrap => Require("bwrap", "bubblewrap");

    /// <summary>The path of setpriv, and those of the libraries that it needs.</summary>
    /// <exception cref="ConvergeException">It is not installed.</exception>
    public static IReadOnlyList<string> UserTools => Known.Value;

    private static string Require(string program, string package) => ProgramPath.Find(program)
        ?? throw new ConvergeException(
            $"recipes cannot be evaluated on this server: the program {program} is missing: install the package {package}");

    private static IReadOnlyList<string> FindUserTools()
    {
        var setpriv = Require("setpriv", "util-linux");
        using var ldd = Process.Start(new ProcessStartInfo("ldd", [setpriv]) { RedirectStandardOutput = true })!;
        var libraries = ldd.StandardOutput.ReadToEnd().Split('\n')
            .Select(line => line.Split("=> ") is [_, var path] ? path.Split(' ')[0] : "")
            .Where(File.Exists);
        return [setpriv, .. libraries];
    }
}

using System.Diagnostics;
using System.Text;

namespace CSharpChef.TestSupport;

/// <summary>Runs the shells and programs of this machine.</summary>
internal static class LocalShell
{
    /// <summary>The shells that nodes may have, as far as they are installed here.</summary>
    public static IReadOnlyList<string> Present { get; } = [.. new[] { "dash", "bash", "busybox" }.Where(Has)];

    /// <summary>The shells to run a test in: all that are present in the whole suite, else the first of them.</summary>
    public static IReadOnlyList<string> Tested { get; } =
        WholeSuiteAttribute.IsAskedFor ? Present : [.. Present.Take(1)];

    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a script file in the shell, and returns its output.</summary>
    public static byte[] Output(string shell, string script)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, script, new UTF8Encoding(false));
            var (code, output) = Run(shell, shell == "busybox" ? ["sh", path] : [path]);
            Assert.True(code == 0, $"{shell} ended with {code}: {Encoding.UTF8.GetString(output)}");
            return output;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static (int Code, byte[] Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        output.Write(Encoding.UTF8.GetBytes(errors.GetAwaiter().GetResult()));
        return (process.ExitCode, output.ToArray());
    }
}

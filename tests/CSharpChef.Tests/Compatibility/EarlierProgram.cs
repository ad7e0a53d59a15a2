using System.Diagnostics;

namespace CSharpChef.Tests.Compatibility;

/// <summary>A shell program that an earlier build rendered, run the way that build ran it on a machine.</summary>
internal sealed class EarlierProgram : IDisposable
{
    public const string Run = "20261124T091500Z-3fa2c1";
    public const string Who = "somebody_of_an_earlier_build";
    private const string Token = "0123456789abcdef";
    private readonly Process process;

    private EarlierProgram(Process process) => this.process = process;

    public static EarlierProgram Start(CompatibilityData data)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-s", Token, "converge", Run, "fail", Who])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.StandardInput.Write(data.Text("old-program.sh"));
        process.StandardInput.Flush();
        return new(process);
    }

    /// <summary>The result lines up to the end of the program, without their token.</summary>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = output.Split('\n').Where(line => line.StartsWith(Token, StringComparison.Ordinal));
        return [.. lines.Select(line => line[(Token.Length + 1)..])];
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}

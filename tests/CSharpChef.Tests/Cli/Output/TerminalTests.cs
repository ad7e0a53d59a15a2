using System.Diagnostics;
using System.Text;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Output;

/// <summary>The tool on a terminal, which the command script of util-linux provides.</summary>
[Collection(LocalMachine.Name)]
public sealed class TerminalTests : IDisposable
{
    private readonly LocalMachine machine = new();

    public void Dispose() => machine.Dispose();

    [Fact, WholeSuite]
    public async Task A_run_on_one_host_shows_its_slowest_step_in_the_last_line_of_the_terminal_and_removes_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && LocalShell.Run("sh", "-c", "command -v script").Code == 0, "needs script");
        Assert.Equal(0, LocalShell.Run("mkfifo", machine["go"]).Code);
        machine.Recipe("web/recipes/default.csx", """
            Execute($"read -r go <{dir}/go");
            Log("goes on");
            """);

        using var process = Start(
            $"dotnet {Path.Combine(AppContext.BaseDirectory, "csharpchef.dll")} converge local -r web --no-sudo"
            + $" --cookbooks {machine.Cookbooks.Root} --attributes {machine.Cookbooks["dir.json"]}");
        var shown = await ReadUntilAsync(process.StandardOutput, "slowest: local  execute[read");
        await File.WriteAllTextAsync(machine["go"], "go\n", TestContext.Current.CancellationToken);
        shown += await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"\r\e[K0 of 1 host done  slowest: local  execute[read -r go <{machine.Dir}"[..60], shown);
        Assert.EndsWith("\r\e[K", shown[..shown.LastIndexOf("\e[1mlocal\e[0m: ", StringComparison.Ordinal)]);
    }

    private static Process Start(string command)
    {
        var start = new ProcessStartInfo("script", ["-qec", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm";
        start.Environment.Remove("NO_COLOR");
        return Process.Start(start)!;
    }

    private static async Task<string> ReadUntilAsync(StreamReader output, string text)
    {
        var (all, letter) = (new StringBuilder(), new char[1]);
        while (!all.ToString().Contains(text, StringComparison.Ordinal)
            && await output.ReadAsync(letter, TestContext.Current.CancellationToken) > 0)
        {
            all.Append(letter);
        }

        return all.ToString();
    }
}

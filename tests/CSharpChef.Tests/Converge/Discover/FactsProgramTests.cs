using System.Diagnostics;
using System.Text;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Discover;

public sealed class FactsProgramTests
{
    public static TheoryData<string> Shells => ["dash", "bash", "busybox"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, WholeSuite]
    [MemberData(nameof(Shells))]
    public async Task Facts_verify_until_one_of_them_changes(string shell)
    {
        var node = NodeShell.Named(shell);
        const FactGroups All = FactGroups.Machine | FactGroups.Network | FactGroups.Mounts;

        var verdicts = await SteadyMachine.AskAsync(
            async () =>
            {
                var facts = await OwnFactsAsync(node);
                var changed = new Facts(new Dictionary<string, string>(facts.Values) { ["memory.total"] = "1" });
                return new[]
                {
                    await VerifyAsync(node, facts, All),
                    await VerifyAsync(node, changed, FactGroups.Machine),
                    await VerifyAsync(node, changed, FactGroups.Network | FactGroups.Mounts),
                };
            },
            Cancel);

        Assert.Equal(["holds", "stale", "holds"], verdicts);
    }

    [Theory]
    [InlineData("web1", "127.0.0.1 localhost.localdomain localhost web1", "web1")]
    [InlineData("web1", "127.0.0.1 localhost web1\n10.0.0.1 web1.example.com web1 # own", "web1.example.com")]
    [InlineData("localhost", "127.0.0.1 localhost.localdomain localhost", "")]
    [InlineData("localhost.localdomain", "127.0.0.1 localhost.localdomain localhost", "")]
    public Task The_full_name_is_never_localhost(string kernelName, string hosts, string fullName) =>
        RequireFullNameAsync(kernelName, hosts, fullName);

    [Theory]
    [InlineData("web1", "127.0.0.1 db.example.com web1\n10.0.0.2 web10.example.com web10", "web1")]
    [InlineData("web1", "10.0.0.1 web1 Web1.example.com", "Web1.example.com")]
    public Task The_full_name_is_a_name_of_this_host(string kernelName, string hosts, string fullName) =>
        RequireFullNameAsync(kernelName, hosts, fullName);

    [Theory]
    [InlineData("web1.example.org", "10.0.0.1 web1.example.com web1", "web1.example.org")]
    public Task A_full_name_that_the_kernel_has_goes_before_the_file_of_hosts(
        string kernelName, string hosts, string fullName) => RequireFullNameAsync(kernelName, hosts, fullName);

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_fact_with_any_bytes_verifies(string shell)
    {
        var facts = new Facts(
            new Dictionary<string, string> { ["mounts.0.path"] = "/it's \\ \n a \uDCE4\uDC81 ü $HOME `x`" });
        var program = $$"""
            mount_facts() { printf 'mounts.0.path=%s\n' "/it's "'\\ \n a '"$(printf '\344\201')"' ü $HOME `x`'; }
            {{FactsProgram.Verification(facts, FactGroups.Mounts)}} && printf holds || printf stale
            """;

        Assert.Equal("holds", await NodeShell.Named(shell).RunAsync(program, Cancel));
    }

    [Fact]
    public void The_boot_time_is_not_verified()
    {
        var facts = new Facts(
            new Dictionary<string, string> { ["hostname"] = "web1", ["boot_time"] = "1", ["login.user"] = "root" });

        Assert.Equal("hostname=web1", FactsProgram.ExpectedOutput(facts, FactGroups.Machine));
    }

    [Fact]
    public void When_no_fact_was_read_none_is_verified()
    {
        Assert.Equal(":", FactsProgram.Verification(Facts.None, FactGroups.Login));
        Assert.Empty(FactsProgram.PartNames(FactGroups.None));
    }

    [Fact]
    public void Only_the_functions_of_the_verified_groups_are_sent()
    {
        var functions = FunctionsOf(FactGroups.Machine);

        Assert.Contains("machine_facts() {", functions, StringComparison.Ordinal);
        Assert.DoesNotContain("network_facts() {", functions, StringComparison.Ordinal);
        Assert.DoesNotContain("#", FunctionsOf(FactGroups.Network), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_truncated_program_runs_nothing(string shell)
    {
        await using var node = NodeShell.Named(shell);
        await using var process = await node.ExecAsync("", Cancel);
        await process.Input.WriteAsync(Encoding.UTF8.GetBytes(FactsProgram.Discovery[..^25]), Cancel);
        await process.Input.DisposeAsync();
        using var output = new StreamReader(process.Output);

        Assert.Equal("", await output.ReadToEndAsync(Cancel));
    }

    [Theory]
    [InlineData("machine_facts", 1)]
    [InlineData("network_facts", 2)]
    [InlineData("mount_facts", 2)]
    public async Task Verifying_a_group_of_facts_starts_few_processes(string function, int most)
    {
        // A shell of its own starts df, so two programs may be one process.
        var strace = new NodeShell(
            NodeShell.PathOfProgram("strace"),
            "-f",
            "-qq",
            "-e",
            "trace=execve",
            "-e",
            "signal=none",
            "-o",
            "/dev/stdout",
            NodeShell.PathOfProgram("dash"),
            "-s");
        var trace = await strace.RunAsync($"{FactsProgram.Functions}facts=$({function})\n", Cancel);
        var processes = trace.Split('\n')
            .Where(line => line.EndsWith("= 0", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[0])
            .Distinct();

        Assert.InRange(processes.Count(), 2, most + 1);
    }

    [Fact]
    public void The_facts_program_passes_shellcheck()
    {
        var start = new ProcessStartInfo(
            NodeShell.PathOfProgram("shellcheck"),
            ["-s", "dash", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write("# shellcheck disable=SC2016,SC2034\n" + FactsProgram.Discovery);
        process.StandardInput.Close();

        Assert.Equal("", process.StandardOutput.ReadToEnd());
    }

    private static string FunctionsOf(FactGroups groups) => ShellParts.CodeOf(FactsProgram.PartNames(groups));

    private static async Task RequireFullNameAsync(string kernelName, string hosts, string fullName)
    {
        var folder = TemporaryFolder.Create("hosts-");
        await File.WriteAllTextAsync(Path.Combine(folder, "hosts"), hosts + "\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "name"), kernelName + "\n", Cancel);
        var functions = FactsProgram.Functions
            .Replace("\"/etc/hosts\"", $"\"{folder}/hosts\"", StringComparison.Ordinal)
            .Replace("\"/proc/sys/kernel/hostname\"", $"\"{folder}/name\"", StringComparison.Ordinal);

        foreach (var shell in new[] { "dash", "busybox" })
        {
            var facts = await NodeShell.Named(shell).RunAsync($"{functions}machine_facts\n", Cancel);

            Assert.Contains($"\nfqdn={fullName}\n", facts, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Facts> OwnFactsAsync(NodeShell node)
    {
        var output =
            await node.RunAsync($"{FactsProgram.Functions}machine_facts; network_facts; mount_facts\n", Cancel);
        return FactsReader.Parse($"{FactsReader.Begin}\n{output}{FactsReader.End}\n")!;
    }

    private static Task<string> VerifyAsync(NodeShell node, Facts facts, FactGroups groups) => node.RunAsync(
        $"{FunctionsOf(groups)}if {FactsProgram.Verification(facts, groups)}; then printf holds; else printf stale; fi\n", Cancel);
}

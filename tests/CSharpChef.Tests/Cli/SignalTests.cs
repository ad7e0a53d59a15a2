using System.Diagnostics;
using System.Text.Json;
using CSharpChef.Converge.Disk;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Cli;

/// <summary>The command line as a process that gets signals during a step of a run on this machine.</summary>
[Collection(LocalMachine.Name)]
[WholeSuite]
public sealed class SignalTests : IDisposable
{
    private readonly LocalMachine machine = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // A shell without job control starts its background jobs so that they, and what they start, ignore SIGINT.
    private static bool IgnoresSigint => OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
        .Any(line => (Convert.ToUInt64(line[7..].Trim(), 16) & 2) != 0);

    public void Dispose() => machine.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task One_signal_ends_the_run_after_its_step_with_the_exit_code_of_the_signal(string signal, int code)
    {
        using var run = await BeginAsync();

        await SignalAsync(run, signal);
        await AskedAsync();
        await EndStepAsync();
        var (report, exitCode) = await EndAsync(run);

        Assert.Equal((code, "failed", 1), (exitCode, report.GetProperty("status").GetString(), Number(report, "notRun")));
        Assert.Contains("the rest did not run", Host(report).GetProperty("error").GetString());
        Assert.False(File.Exists(machine["after"]));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_second_signal_leaves_a_run_that_goes_on_and_prints_the_report_at_once(string signal, int code)
    {
        using var run = await BeginAsync();

        var (report, exitCode) = await LeaveAsync(run, signal);

        Assert.Equal((code, "stillRunning"), (exitCode, Host(report).GetProperty("status").GetString()));
        Assert.Matches(@"follow it with: csharpchef runs local follow 20[^ ]+ --no-sudo(\n|$)", Host(report).GetProperty("error").GetString());
        Assert.Equal(0, Number(report, "notRun"));
        Assert.False(File.Exists(machine["done"]));
        await EndStepAsync();
        await Eventually.TrueAsync(() => File.Exists(machine["done"]));
    }

    [Fact]
    public async Task Show_of_a_run_that_was_left_says_how_it_ended_once_it_has_ended()
    {
        using var run = await BeginAsync();
        var (report, _) = await LeaveAsync(run, "INT");
        var name = Host(report).GetProperty("runs")[0].GetString()!;
        await EndStepAsync();

        await Eventually.TrueAsync(async () => (await ShowAsync(name)).GetProperty("changed").GetInt32() == 1);

        Assert.NotEqual("stillRunning", (await ShowAsync(name)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Show_of_a_run_that_was_left_says_when_and_while_it_runs_how_to_follow_it()
    {
        using var run = await BeginAsync();
        var (report, _) = await LeaveAsync(run, "INT");
        var name = Host(report).GetProperty("runs")[0].GetString()!;

        (await RunsAsync("show", name)).Exits(2).Prints(
            $"{name} is still running; this computer left it at 20", "Z\n", $"follow it with: csharpchef runs local follow {name} --no-sudo");
        await EndStepAsync();
        await Eventually.TrueAsync(async () => (await ShowAsync(name)).GetProperty("changed").GetInt32() == 1);

        (await RunsAsync("show", name)).Exits(0)
            .Prints($"{name} was started from here; this computer left it at 20", "the journal on local has its changes")
            .DoesNotPrint("this computer has no report of ");
    }

    [Fact]
    public async Task A_run_that_its_user_cancelled_is_listed_as_cancelled()
    {
        using var run = await BeginAsync();
        await SignalAsync(run, "INT");
        await AskedAsync();
        await EndStepAsync();
        await EndAsync(run);

        var listed = (await RunsAsync("--json")).Exits(0).Json[0];

        Assert.Equal("cancelled", listed.GetProperty("state").GetString());
        File.Delete(Path.Combine(CacheFiles.UserFolder("runs"), $"{listed.GetProperty("name").GetString()}.json"));
        (await RunsAsync("show", listed.GetProperty("name").GetString()!))
            .Prints("cancelled: the run ended after its current step, and the rest did not run", "this computer has no report of ");
    }

    [Fact]
    public async Task A_run_that_somebody_else_cancels_has_failed_and_does_not_go_on_behind_a_barrier()
    {
        using var run = await BeginAsync("await Converge();");
        var name = (await RunsAsync("--json")).Exits(0).Json[0].GetProperty("name").GetString()!;

        (await RunsAsync("cancel", name)).Exits(0);
        await EndStepAsync();
        var (report, code) = await EndAsync(run);

        Assert.Equal((1, "failed"), (code, Host(report).GetProperty("status").GetString()));
        Assert.Contains("the rest did not run", Host(report).GetProperty("error").GetString());
        Assert.False(File.Exists(machine["after"]));
    }

    private async Task<JsonElement> ShowAsync(string run)
    {
        var output = (await RunsAsync("show", run, "--json")).Out;
        return output.StartsWith('{')
            ? Host(JsonDocument.Parse(output).RootElement)
            : JsonDocument.Parse("""{ "changed": -1 }""").RootElement;
    }

    private async Task<CommandOutcome> RunsAsync(params string[] words)
    {
        using var runs = Process.Start(Start(["runs", "local", .. words, "--no-sudo"]))!;
        var (output, error) = (runs.StandardOutput.ReadToEndAsync(Ct), runs.StandardError.ReadToEndAsync(Ct));
        await runs.WaitForExitAsync(Ct);
        return new CommandOutcome(runs.ExitCode, await output, await error);
    }

    private static JsonElement Host(JsonElement report) => report.GetProperty("hosts")[0];

    private static int Number(JsonElement report, string name) => Host(report).GetProperty(name).GetInt32();

    private static async Task<(JsonElement Report, int ExitCode)> EndAsync(Process run)
    {
        var output = await run.StandardOutput.ReadToEndAsync(Ct);
        await run.WaitForExitAsync(Ct);
        return (JsonDocument.Parse(output).RootElement, run.ExitCode);
    }

    /// <summary>Sends a second signal once the run on the machine has been asked to end.</summary>
    private async Task<(JsonElement Report, int ExitCode)> LeaveAsync(Process run, string signal)
    {
        await SignalAsync(run, signal);
        await AskedAsync();
        await SignalAsync(run, signal);
        return await EndAsync(run);
    }

    private static async Task SignalAsync(Process run, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{run.Id}"]);
        await kill.WaitForExitAsync(Ct);
    }

    /// <summary>Waits until the run on the machine has been asked to end.</summary>
    private Task AskedAsync() => Eventually.TrueAsync(() => File.Exists(machine["state/cancel"]));

    private Task EndStepAsync() => SshServer.RunAsync("sh", "-c", $"echo >{machine["go"]}");

    private async Task<Process> BeginAsync(string afterStep = "")
    {
        machine.Recipe("web/recipes/default.csx", $$"""
            Execute($"mkfifo {dir}/go; touch {dir}/begun; read -r line <{dir}/go; touch {dir}/done");
            {{afterStep}}
            File($"{dir}/after", f => f.Content = "");
            """);
        var run = Process.Start(Start(
            "converge", "local", "-r", "web", "--cookbooks", machine.Cookbooks.Root, "--attributes",
            machine.Cookbooks["dir.json"], "--no-sudo", "--json"))!;
        await Eventually.TrueAsync(() => File.Exists(machine["begun"]));
        return run;
    }

    private ProcessStartInfo Start(params string[] arguments)
    {
        string[] words =
        [
            .. IgnoresSigint ? ["env", "--default-signal=INT"] : Array.Empty<string>(),
            "dotnet", Path.Combine(AppContext.BaseDirectory, "csharpchef.dll"), .. arguments,
        ];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CSHARPCHEF_STATE"] = machine["state"];
        return start;
    }
}

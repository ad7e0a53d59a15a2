using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.Output;

public sealed class RunProgressOutputTests : IDisposable
{
    private readonly FakeClock clock = new();
    private readonly StringWriter error = new();
    private readonly TaskCompletionSource<ConvergeReport> end = new();
    private readonly FleetProgress progress;

    public RunProgressOutputTests() => progress = new FleetProgress(2, clock);

    public void Dispose() => error.Dispose();

    [Fact]
    public async Task In_a_pipe_a_line_a_minute_tells_hosts_done_and_the_slowest_step_with_its_time()
    {
        var telling = Begin(status: null);
        var plan = PlanOf.Recipe(r => { r.File("/a"); r.Execute("make"); });
        progress.Events.HostStarted(new Target("web1"));
        progress.Events.HostStarted(new Target("web2"));
        progress.Events.Planned(new Target("web2"), plan);
        progress.Events.HostEnded(new Target("web1"), new HostReport("web1", HostStatus.Ok, []));
        progress.Events.ActionEnded(new Target("web2"), plan[1], new ActionResult(1, ResultStatus.Changed));
        progress.Events.Beginning(new Target("web2"), plan[2]);

        await PassAsync(TimeSpan.FromSeconds(125), RunProgressOutput.Look);
        await EndAsync(telling);

        Assert.Equal(
            """
            after 1m00s: 1 of 2 hosts done  slowest: web2  execute[make]  run  1m00s
            after 2m00s: 1 of 2 hosts done  slowest: web2  execute[make]  run  2m00s

            """.ReplaceLineEndings(),
            error.ToString());
    }

    [Fact]
    public async Task In_a_pipe_compiling_and_asking_for_facts_are_told_once_when_they_last_over_a_second()
    {
        var telling = Begin(status: null);
        progress.Events.Compiling(new RunListItem("quick", "default"));
        await PassAsync(TimeSpan.FromSeconds(1), RunProgressOutput.Look);
        progress.Events.Compiling(new RunListItem("web", "default"));
        await PassAsync(TimeSpan.FromSeconds(3), RunProgressOutput.Look);
        progress.Events.Compiled();
        progress.Events.HostStarted(new Target("web1"));
        progress.Events.AskingFacts(new Target("web1"));
        await PassAsync(TimeSpan.FromSeconds(3), RunProgressOutput.Look);
        progress.Events.FactsKnown(new Target("web1"));
        await EndAsync(telling);

        Assert.Equal($"Compiling web::default{Environment.NewLine}Asking web1 for facts{Environment.NewLine}", error.ToString());
    }

    [Fact]
    public async Task On_a_terminal_the_last_line_is_replaced_and_disappears_at_the_end_and_other_lines_are_above_it()
    {
        var status = new StatusLine(error, () => 40);
        var telling = Begin(status);
        progress.Events.HostStarted(new Target("web1"));

        await PassAsync(TimeSpan.FromSeconds(1), RunProgressOutput.Redraw);
        Assert.Equal("", error.ToString());
        await PassAsync(TimeSpan.FromSeconds(2), RunProgressOutput.Redraw);
        new LinesAboveStatus(error, status).WriteLine("a line");
        await EndAsync(telling);

        var text = error.ToString();
        Assert.Contains("\r\e[K0 of 2 hosts done  slowest: web1  conn…", text);
        Assert.Contains($"\r\e[Ka line{Environment.NewLine}0 of 2 hosts", text);
        Assert.EndsWith("\r\e[K", text);
    }

    [Fact]
    public async Task A_command_on_hosts_tells_the_host_that_is_waited_for_like_a_run()
    {
        var answer = new TaskCompletionSource<int>();
        var telling = new RunProgressOutput(progress, error, null, clock).DuringAsync(
            () => progress.Events.AroundAsync(new Target("web1"), () => answer.Task, code => code == 0));
        progress.Events.Note(new Target("web1"), "runs the command");

        await PassAsync(TimeSpan.FromSeconds(65), RunProgressOutput.Look);
        answer.SetResult(1);

        Assert.Equal(1, await telling);
        Assert.Equal(
            $"after 1m00s: 0 of 2 hosts done  slowest: web1  runs the command  1m00s{Environment.NewLine}", error.ToString());
        Assert.Equal(1, progress.View(1).Failed);
    }

    [Fact]
    public async Task A_quick_run_tells_nothing()
    {
        var telling = Begin(status: null);

        await EndAsync(telling);

        Assert.Equal("", error.ToString());
    }

    private Task<ConvergeReport> Begin(StatusLine? status) =>
        new RunProgressOutput(progress, error, status, clock).DuringAsync(() => end.Task);

    private async Task PassAsync(TimeSpan time, TimeSpan look)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += look)
        {
            await clock.WaitForTimerAsync(look);
            clock.Advance(look);
        }

        await clock.WaitForTimerAsync(look);
    }

    private async Task EndAsync(Task telling)
    {
        end.SetResult(new ConvergeReport([]));
        await telling;
    }
}

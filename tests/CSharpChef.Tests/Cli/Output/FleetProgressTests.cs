using CSharpChef.Cli.Output;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;
using Spectre.Console;

namespace CSharpChef.Tests.Cli.Output;

public sealed class FleetProgressTests
{
    private readonly FakeClock clock = new();
    private readonly FleetProgress progress;

    public FleetProgressTests() => progress = new FleetProgress(500, clock);

    [Fact]
    public void A_progress_row_shows_step_action_and_elapsed_time()
    {
        var (host, plan) = (new Target("web1"), PlanOf.Recipe(r => { r.File("/a"); r.File("/b"); }));
        progress.Events.HostStarted(host);
        Assert.Equal(new ProgressRow("web1", "", "connects", TimeSpan.Zero), Assert.Single(progress.View(10).Rows));

        progress.Events.Planned(host, plan);
        clock.Advance(TimeSpan.FromSeconds(65));
        progress.Events.Beginning(host, plan[1]);
        progress.Events.ActionEnded(host, plan[1], new ActionResult(1, ResultStatus.Changed));
        progress.Events.Beginning(host, plan[2]);

        var row = Assert.Single(progress.View(10).Rows);
        Assert.Equal(("1/2", "file[/b]  create", "1m05s"), (row.Step, row.Doing, row.Seconds));
    }

    [Fact]
    public void The_row_of_a_host_whose_recipes_wait_for_a_secret_names_it()
    {
        progress.Events.HostStarted(new Target("web1"));
        progress.Events.Reading(new Target("web1"), "secret vault:secret/shop/db#password");
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Contains("slowest: web1  reads secret vault:secret/shop/db#password  3s", progress.View(10).Line);
    }

    [Fact]
    public void Only_the_rows_that_fit_are_shown_and_all_hosts_are_counted()
    {
        for (var i = 1; i <= 60; i++)
        {
            progress.Events.HostStarted(new Target($"h{i}"));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        End("h1", HostStatus.Ok);
        End("h2", HostStatus.Unreachable);
        var view = progress.View(20);

        Assert.Equal(20, view.Rows.Count);
        Assert.Equal("h3", view.Rows[0].Host);
        Assert.Equal("58 running (38 not shown), 440 waiting, 1 done, 1 failed  1m00s  slowest: h3  connects  58s", view.Counts);
    }

    [Fact]
    public async Task The_live_table_fits_the_terminal_and_disappears_when_the_run_ends()
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(text)
        });
        (console.Profile.Width, console.Profile.Height) = (60, 10);
        var (above, end) = (new LineQueue(), new TaskCompletionSource<ConvergeReport>());
        for (var i = 1; i <= 30; i++)
        {
            progress.Events.HostStarted(new Target($"h{i}"));
        }

        above.WriteLine("h7  failed: [red]no[/]");
        var showing = new LiveTable(console, progress, above, clock).ShowAsync(() => end.Task);
        await clock.WaitForTimerAsync(LiveTable.Redraw);
        clock.Advance(LiveTable.Redraw);
        await clock.WaitForTimerAsync(LiveTable.Redraw);
        end.SetResult(new ConvergeReport([]));
        await showing;

        Assert.Contains("h7  failed: [red]no[/]", text.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "30 running (23 not shown), 470 waiting, 0 done, 0 failed", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("h7 ", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("h8 ", text.ToString(), StringComparison.Ordinal);
    }

    private void End(string name, HostStatus status) =>
        progress.Events.HostEnded(new Target(name), new HostReport(name, status, []));
}

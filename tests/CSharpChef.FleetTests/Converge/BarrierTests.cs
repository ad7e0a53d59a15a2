using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Converge;

public sealed class BarrierTests(Fleet fleet) : IAsyncLifetime
{
    private const int Node = 1;
    private readonly ScratchRecipes recipes = new();
    private readonly string cache = TemporaryFolder.Create("csharpchef-facts-");
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(ct);
        await Fleet.ExecAsync(Node, "rm -rf /srv/barrier*", ct);
    }

    public ValueTask DisposeAsync()
    {
        recipes.Dispose();
        Directory.Delete(cache, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Resources_before_a_barrier_are_converged_before_the_recipe_continues()
    {
        const string Recipe = """
            var one = File("/srv/barrier-one", f => f.Content = "of the node\n");
            await Converge();
            var said = await Query("cat /srv/barrier-one");
            File("/srv/barrier-two", f => f.Content = $"{said} {one.Changed}");
            """;

        var first = await RunSuccessfullyAsync(Recipe);
        var content = await Fleet.ExecAsync(Node, "cat /srv/barrier-two", ct);
        var second = await RunSuccessfullyAsync(Recipe);

        // The first run also discovers the facts.
        Assert.Equal(("of the node True", 4, 3), (content, first.RoundTrips, second.RoundTrips));
        Assert.Equal("of the node False", await Fleet.ExecAsync(Node, "cat /srv/barrier-two", ct));
    }

    [Fact]
    public async Task A_failure_before_a_barrier_ends_the_run()
    {
        var run = await recipes.RunAsync(Node, """
            Execute("exit 3");
            await Converge();
            File("/srv/barrier-never");
            """, ct);

        Assert.Equal(HostStatus.Failed, run.Status);
        Assert.Equal("never\n", await Fleet.ExecAsync(Node, "[ -e /srv/barrier-never ] || echo never", ct));
    }

    [Fact]
    public async Task A_change_before_a_barrier_notifies_what_is_declared_behind_it()
    {
        const string Recipe = """
            var one = File("/srv/barrier-one");
            await Converge();
            var now = Execute("echo now >> /srv/barrier-log", e => e.OnlyWhenNotified());
            one.Notifies(now.Run, Immediately);
            Execute("echo late >> /srv/barrier-log", e => { e.Do(); e.SubscribesTo(one, e.Run); });
            Execute("echo next >> /srv/barrier-log");
            """;

        await RunSuccessfullyAsync(Recipe);
        await RunSuccessfullyAsync(Recipe);

        Assert.Equal("now\nnext\nlate\nnext\n", await Fleet.ExecAsync(Node, "cat /srv/barrier-log", ct));
    }

    [Fact]
    public async Task A_query_that_fails_reports_its_exit_code_and_error_output()
    {
        var run = await recipes.RunAsync(Node, """await Query("echo why >&2; exit 5");""", ct);

        Assert.Equal(HostStatus.Failed, run.Status);
        Assert.Contains("ended with exit code 5: why", run.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_with_outdated_cached_facts_takes_one_more_round_trip()
    {
        const string Recipe = """File("/srv/barrier-name", f => f.Content = Node.Hostname);""";
        var name = Fleet.Name(Node);

        var first = await RunSuccessfullyAsync(Recipe);
        var second = await RunSuccessfullyAsync(Recipe);
        await Fleet.ExecAsync(Node, "hostname renamed", ct);
        try
        {
            var outdatedRun = await RunSuccessfullyAsync(Recipe);
            var content = await Fleet.ExecAsync(Node, "cat /srv/barrier-name", ct);
            var after = await RunSuccessfullyAsync(Recipe);

            Assert.Equal((2, 1, 2, 1), (first.RoundTrips, second.RoundTrips, outdatedRun.RoundTrips, after.RoundTrips));
            Assert.Equal((0, 1, 0), (
                second.Count(ResultStatus.Changed),
                outdatedRun.Count(ResultStatus.Changed),
                after.Count(ResultStatus.Changed)));
            Assert.Equal("renamed", content);
        }
        finally
        {
            await Fleet.ExecAsync(Node, $"hostname {name}", ct);
        }
    }

    private Task<HostReport> RunSuccessfullyAsync(string recipe) =>
        recipes.RunSuccessfullyAsync(
            Node, recipe, ct, change: session => session with { Facts = new FactsCache(cache) });
}

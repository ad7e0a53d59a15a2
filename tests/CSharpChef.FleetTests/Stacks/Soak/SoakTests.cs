using System.Globalization;
using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;

namespace CSharpChef.FleetTests.Stacks.Soak;

/// <summary>
/// Two servers on PostgreSQL and Redis, whose users call them for minutes or hours while strangers do too and now and
/// then the first of them is killed. CSHARPCHEF_SOAK is the number of minutes; from 30 minutes on, times and memory are
/// judged too. CSHARPCHEF_BINARY is the program to run as a server; default: the one that was built with the tests.
/// </summary>
[Collection(FleetCollectionFactory.KilledServers)]
public sealed class SoakTests
{
    private const int DefaultMinutes = 1;
    private const int MinutesToJudge = 30;
    private const double CallsPerSecond = 200;
    private const double RefusalsPerSecond = 500;
    private const double MostUnavailable = 0.01;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(
        int.TryParse(Environment.GetEnvironmentVariable("CSHARPCHEF_SOAK"), CultureInfo.InvariantCulture, out var given)
            ? given
            : DefaultMinutes);

    [Fact]
    public async Task Two_servers_with_strangers_and_kills_keep_every_acknowledged_change_and_answer_in_time()
    {
        await using var cluster = await ServerCluster.StartAsync("soak", 2);
        var times = new CallTimes(TimeProvider.System);
        await using var users = await SoakUsers.CreateAsync(cluster, times);
        await using var strangers = new Strangers(cluster);
        var silent = new SilentStrangers(cluster);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(Length);

        var memory = new MemorySamples(cluster.Servers[^1], Length);
        await Task.WhenAll(
            users.RunAsync(end.Token), strangers.RunAsync(end.Token), silent.RunAsync(end.Token),
            memory.RunAsync(end.Token), KillsAsync(cluster, times, end.Token));

        var unavailable = users.Load.RefusedAnswers.Count;
        Report($"{users.Calls} calls of users, of which {unavailable} were answered 503, {strangers.Refused} refused calls, {silent.Closed} closed silent connections, {times}, {memory}");
        Assert.True(users.Broken.IsEmpty, $"broken: {string.Join("; ", users.Broken.Take(10))}");
        Assert.All(users.Load.RefusedAnswers, refused => Assert.True(refused.Status == 503, $"{refused}"));
        Assert.InRange(unavailable, 0, users.Calls * MostUnavailable);
        Assert.True(users.Load.Acknowledged > 0 && strangers.Refused > 0 && silent.Closed > 0);
        if (Length >= TimeSpan.FromMinutes(MinutesToJudge))
        {
            Assert.InRange(users.Calls, 0.95 * CallsPerSecond * Length.TotalSeconds, int.MaxValue);
            Assert.InRange(strangers.Refused, 0.95 * RefusalsPerSecond * Length.TotalSeconds, int.MaxValue);
            Assert.InRange(times.Usual(0.99), 0, 250);
            Assert.InRange(times.AfterKill(0.99), 0, 1000);
            Assert.InRange(memory.Growth, 0, 1.2);
        }

        await using var store = await cluster.Store.OpenAsync();
        await StoreAudit.CheckAsync(store, users.Load);
    }

    // Kills the first server four times or every four minutes, whichever is more often. The last one runs all the time,
    // so that its memory shows what the calls leave behind.
    private static async Task KillsAsync(ServerCluster cluster, CallTimes times, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(Math.Min(4, Length.TotalMinutes / 4.5)));
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                times.Kill();
                await cluster.ReplaceAsync(0);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static void Report(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);
}

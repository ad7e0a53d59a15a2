using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Discover;

public sealed class NodeDiscoveryTests
{
    private static readonly string[] Files =
    [
        "hostname",
        "platform.name",
        "kernel.release",
        "users",
        "memory.total",
        "cpu.count"
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    [InlineData("busybox")]
    public async Task The_facts_of_a_host_are_read_in_one_round_trip(string shell)
    {
        await using var node = NodeShell.Named(shell);

        var facts = await DiscoverAsync(node);

        Assert.Equal(1, node.RoundTrips);
        Assert.All(Files, key => Assert.NotEqual("", facts.Values[key]));
        Assert.Equal(Environment.UserName, facts.Values["login.user"]);
        Assert.Equal(Environment.ProcessorCount > 0, facts.Number("cpu.count") > 0);
        Assert.InRange(facts.Number("boot_time"), 1_000_000_000, long.MaxValue);
        Assert.Contains("127.0.0.1/8", facts.Values["network.interfaces.lo.addresses"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_shells_print_the_same_facts()
    {
        var facts = await SteadyMachine.AskAsync(
            async () => new[]
            {
                await DiscoverAsync("dash"),
                await DiscoverAsync("bash"),
                await DiscoverAsync("busybox")
            }, Cancel);

        Assert.Equal(facts[0].Values, facts[1].Values);
        Assert.Equal(Without("login.path", facts[0]), Without("login.path", facts[2]));
    }

    [Fact]
    public async Task The_error_for_an_account_without_a_shell_quotes_its_output()
    {
        await using var node = new NodeShell(
            "/bin/sh", "-c", "echo 'This account is currently not available.'; exit 1");

        var error = await Assert.ThrowsAsync<ConvergeException>(() => DiscoverAsync(node));

        Assert.Contains("does not run a shell", error.Message, StringComparison.Ordinal);
        Assert.Contains("This account is currently not available.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_error_for_a_host_on_which_a_program_fails_has_the_words_of_the_program()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "facts are asked of Linux");
        await using var node = new NodeShell(
            "/bin/sh", "-c", "{ echo 'awk() { echo awk: out of memory >&2; return 2; }'; cat; } | /bin/sh -s");

        var error = await Assert.ThrowsAsync<ConvergeException>(() => DiscoverAsync(node));

        Assert.StartsWith(
            "a program that reads the facts of the host failed; it wrote:\n  awk: out of memory",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_of_a_login_shell_around_the_facts_is_ignored()
    {
        await using var node = new NodeShell("/bin/sh", "-c", "printf 'Hello, hostname=wrong'; exec /bin/sh -s");

        Assert.DoesNotContain(
            "wrong", (await DiscoverAsync(node)).Values["hostname"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_prints_nothing_is_given_up_after_the_time_limit()
    {
        await using var node = new NodeShell(NodeShell.PathOfProgram("tail"), "-f", "/dev/null");
        var (clock, limit) = (new FakeClock(), DiscoveryTimeLimit.ToBegin);
        var discovery = NodeDiscovery.DiscoverAsync(node, "ssh web1", clock, Cancel);
        await clock.WaitForTimerAsync(limit);

        clock.Advance(limit);

        Assert.Equal(
            ConnectionFailure.NoAnswer, (await Assert.ThrowsAsync<ConnectionException>(() => discovery)).Failure);
    }

    [Fact]
    public async Task A_program_that_has_begun_has_two_minutes_to_print_the_facts()
    {
        var (clock, machine) = (new FakeClock(), new SilentConnection($"\n{FactsReader.Begin}\nhostname=slow\n", ""));
        var discovery = NodeDiscovery.DiscoverAsync(machine, "ssh web1", clock, Cancel);
        await machine.AwaitedAsync();

        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(discovery.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<ConnectionException>(() => discovery);
        Assert.Contains("within 120 s", error.Message);
    }

    [Fact]
    public async Task A_lost_connection_is_not_reported_as_an_account_without_a_shell()
    {
        await using var node = new NodeShell("/bin/sh", "-c", "kill -9 $$");

        var error = await Assert.ThrowsAsync<ConnectionException>(() => DiscoverAsync(node));

        Assert.Equal(ConnectionFailure.Lost, error.Failure);
    }

    private static Task<Facts> DiscoverAsync(string shell) => DiscoverAsync(NodeShell.Named(shell));

    private static Task<Facts> DiscoverAsync(NodeShell node) =>
        NodeDiscovery.DiscoverAsync(node, "ssh web1", TimeProvider.System, Cancel);

    private static Dictionary<string, string> Without(string key, Facts facts) =>
        facts.Values.Where(fact => fact.Key != key).ToDictionary();
}

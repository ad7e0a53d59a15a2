using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Converge.Sudo;

public sealed class LoginShellTests(Fleet fleet)
{
    private const int Node = 1;
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    /// <summary>The last text has no line end, so that our first line is printed right after it.</summary>
    [Fact]
    public async Task A_login_shell_whose_start_up_file_prints_does_not_disturb_a_run()
    {
        await fleet.StartInstancesAsync(ct);
        using var recipes = new ScratchRecipes();
        await Fleet.ExecAsync(
            Node,
            "rm -f /srv/noise; cp /home/deploy/.bashrc /tmp/bashrc; { echo 'echo loud; echo louder >&2; printf Welcome'; cat /tmp/bashrc; } >/home/deploy/.bashrc",
            ct);
        try
        {
            var facts = new FactsCache(TemporaryFolder.Create("csharpchef-facts-"));
            var run = await recipes.RunSuccessfullyAsync(Node, """
                var name = await Query("id -un; hostname");
                File("/srv/noise", f => f.Content = name);
                """, ct, "deploy", session => session with { Facts = facts });

            Assert.Equal((1, 3), (run.Count(ResultStatus.Changed), run.RoundTrips));
            Assert.Equal($"root\n{Fleet.Name(Node)}", await Fleet.ExecAsync(Node, "cat /srv/noise", ct));
        }
        finally
        {
            await Fleet.ExecAsync(Node, "cp /tmp/bashrc /home/deploy/.bashrc", ct);
        }
    }

    [Fact]
    public async Task A_start_up_file_that_reads_its_input_is_an_error_with_what_it_printed()
    {
        await fleet.StartInstancesAsync(ct);
        using var recipes = new ScratchRecipes();
        await recipes.RunAsync(Node, "Log(\"facts\");", ct, user: "deploy");
        await Fleet.ExecAsync(
            Node,
            "cp /home/deploy/.bashrc /tmp/bashrc; { echo 'echo Press Return; cat >/dev/null'; cat /tmp/bashrc; } >/home/deploy/.bashrc",
            ct);
        try
        {
            var clock = new FakeClock { SkipsWaits = true };

            var run = await recipes.RunAsync(
                Node, "Log(\"hello\");", ct, user: "deploy", change: session => session with { Clock = clock });

            Assert.Equal(ConnectionFailure.NoAnswer, Assert.IsType<ConnectionException>(run.Error).Failure);
            Assert.Contains("gave no answer within 30 s", run.Error!.Message, StringComparison.Ordinal);
        }
        finally
        {
            await Fleet.ExecAsync(Node, "cp /tmp/bashrc /home/deploy/.bashrc", ct);
        }
    }
}

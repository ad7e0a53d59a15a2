using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Sudo;

public sealed class LoginShellTests(Fleet fleet)
{
    private const int Node = 1;
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    /// <summary>The last text has no line end, so that our first line is printed right after it.</summary>
    [Fact]
    public async Task A_login_shell_whose_start_up_file_prints_does_not_disturb_a_run()
    {
        await fleet.StartInstancesAsync(Node, ct);
        using var recipes = new ScratchRecipes();
        await Fleet.ExecAsync(
            Node,
            "rm -f /srv/noise; cp /home/deploy/.bashrc /tmp/bashrc; { echo 'echo loud; echo louder >&2; printf Welcome'; cat /tmp/bashrc; } >/home/deploy/.bashrc",
            ct);
        try
        {
            var facts = new FactsCache(Directory.CreateTempSubdirectory("csharpchef-facts-").FullName);
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
}

using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

public sealed class PackageTests(Fleet fleet) : IDisposable
{
    private const int Node = 1;
    private readonly ScratchRecipes recipes = new();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_that_no_source_has_fails_and_ends_the_run()
    {
        await fleet.StartInstancesAsync(ct);

        var run = await recipes.RunAsync(Node, """
            Package("no-such-package");
            File("/srv/never");
            """, ct);

        var failed = run.Resources[0];
        Assert.Equal((HostStatus.Failed, ResultStatus.Failed), (run.Status, failed.Status));
        Assert.Equal("no package source has a package no-such-package", failed.Message);
        Assert.Equal(ResultStatus.NotRun, run.Resources[1].Status);
    }

    [Fact]
    public async Task A_package_whose_configuration_fails_is_retried_by_the_next_run()
    {
        await fleet.StartInstancesAsync(ct);
        try
        {
            var first = await recipes.RunAsync(Node, """Package("fleet-broken");""", ct);
            var second = await recipes.RunAsync(Node, """Package("fleet-broken");""", ct);

            foreach (var failed in new[] { first.Resources[0], second.Resources[0] })
            {
                Assert.Equal((ResultStatus.Failed, 100), (failed.Status, failed.ExitCode));
                Assert.Contains("this package always fails", failed.Output, StringComparison.Ordinal);
            }
        }
        finally
        {
            await Fleet.ExecAsync(Node, "dpkg --purge --force-all fleet-broken >/dev/null 2>&1", ct);
        }
    }

    public void Dispose() => recipes.Dispose();
}

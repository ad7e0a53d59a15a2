using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

[Collection(FleetCollectionFactory.Packages)]
public sealed class PackageContentionTests(Fleet fleet) : IAsyncLifetime
{
    private const int Node = 10;

    // A package whose configuration ends when /tmp/slow is removed.
    private const string Slow = """
        mkdir -p /root/slow/DEBIAN
        printf 'Package: slow\nVersion: 1\nArchitecture: all\nMaintainer: x <x@x>\nDescription: x\n' >/root/slow/DEBIAN/control
        printf '#!/bin/sh\ntouch /tmp/started\nwhile [ -e /tmp/slow ]; do sleep 0.1; done\n' >/root/slow/DEBIAN/postinst
        chmod 755 /root/slow/DEBIAN/postinst
        dpkg-deb -b /root/slow /root/slow.deb >/dev/null
        """;

    private const string StartSlow =
        "touch /tmp/slow; setsid dpkg -i /root/slow.deb >/dev/null 2>&1 </dev/null & until [ -e /tmp/started ]; do sleep 0.1; done";

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(ct);
        await ClearAsync();
        await RunOnNodeAsync(Slow);
    }

    public async ValueTask DisposeAsync() => await ClearAsync();

    [Fact]
    public async Task A_run_waits_for_another_dpkg_and_reports_the_wait()
    {
        await RunOnNodeAsync(StartSlow);

        var impatientRun = await RecipeRun.RunAsync(
            Node, "Package(\"tree\", p => p.Timeout = System.TimeSpan.FromSeconds(1));", ct);
        var run = await RecipeRun.RunAsync(
            Node, "Execute(\"(sleep 3; rm /tmp/slow) >/dev/null 2>&1 &\"); Package(\"tree\");", ct);

        Assert.Contains("had the lock of the package manager for 1 s", impatientRun.Messages, StringComparison.Ordinal);
        Assert.True(run.Report.Status == HostStatus.Ok, run.Messages);
        Assert.Contains(run.Notes, note => note.StartsWith("waits for dpkg (process ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_dpkg_is_reported_and_repaired_only_on_request()
    {
        await RunOnNodeAsync($"{StartSlow}; kill -9 $(pidof dpkg); rm /tmp/slow");

        var reported = await RecipeRun.RunAsync(Node, "Package(\"tree\");", ct);
        var repaired = await RecipeRun.RunAsync(Node, "Package(\"tree\", p => p.RepairInterrupted = true);", ct);

        Assert.Contains(
            "dpkg was interrupted: dpkg has not ended its work on slow", reported.Messages, StringComparison.Ordinal);
        Assert.Contains("dpkg --configure -a", reported.Messages, StringComparison.Ordinal);
        Assert.True(repaired.Report.Status == HostStatus.Ok, repaired.Messages);
        Assert.Equal("", await RunOnNodeAsync("dpkg --audit"));
    }

    [Fact]
    public async Task A_package_source_that_cannot_be_reached_is_named_in_the_error()
    {
        await RunOnNodeAsync(
            "rm -f /var/lib/csharpchef/apt-lists; echo 'deb [trusted=yes] http://203.0.113.1/far x main' >/etc/apt/sources.list.d/far.list");

        var run = await RecipeRun.RunAsync(Node, "Package(\"no-such-package\");", ct);

        Assert.Contains(run.Notes, note => note.Contains("http://203.0.113.1/far", StringComparison.Ordinal));
        Assert.Contains("no package source has a package no-such-package", run.Messages, StringComparison.Ordinal);
        Assert.Contains(run.Notes, note => note.StartsWith(
            "the package lists are old, since apt-get update failed: E: Failed to fetch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_package_whose_removal_script_failed_can_be_purged_later()
    {
        var broken = await RecipeRun.RunAsync(Node, "Package(\"fleet-broken\");", ct);
        var purged = await RecipeRun.RunAsync(Node, "Package(\"fleet-broken\", p => p.Do(p.Purge));", ct);

        Assert.Contains("this package always fails", broken.Messages, StringComparison.Ordinal);
        Assert.Equal(1, purged.Report.Count(ResultStatus.Changed));
        Assert.Equal("", await RunOnNodeAsync("dpkg --audit"));
    }

    private async Task ClearAsync() => await RunOnNodeAsync(
        "rm -f /tmp/slow /tmp/started /etc/apt/sources.list.d/far.list; while pidof dpkg >/dev/null; do sleep 0.2; done; dpkg --purge --force-all tree slow fleet-broken >/dev/null 2>&1; apt-get -qq update; :");

    private Task<string> RunOnNodeAsync(string command) => Fleet.ExecAsync(Node, command, ct);
}

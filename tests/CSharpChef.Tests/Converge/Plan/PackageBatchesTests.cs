using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class PackageBatchesTests
{
    [Fact]
    public void Neighbouring_installs_become_one_batch() =>
        Assert.Equal("1 2", BatchNumbers(Package("a"), Package("b")));

    [Fact]
    public void A_single_package_is_not_a_batch() => Assert.Equal("", BatchNumbers(Package("a")));

    [Fact]
    public void A_resource_of_several_packages_is_a_batch() => Assert.Equal("1", BatchNumbers(Package("a", "b")));

    [Fact]
    public void An_action_between_installs_separates_their_batches() =>
        Assert.Equal(
            "1 2|4 5", BatchNumbers(Package("a"), Package("b"), new FileResource("/f"), Package("c"), Package("d")));

    [Fact]
    public void An_action_that_runs_only_when_notified_does_not_separate_batches()
    {
        var notified = Package("x");
        notified.OnlyWhenNotified();
        var first = Package("a");
        first.Notifies(notified.Install);

        Assert.Equal("1 2", BatchNumbers(first, notified, Package("b")));
    }

    [Fact]
    public void An_install_with_a_version_options_a_guard_or_an_immediate_notification_stays_out_of_batches()
    {
        var (guarded, removed, notifying) = (Package("b"), Package("b"), Package("b"));
        guarded.OnlyIf("true");
        removed.Do(removed.Remove);
        notifying.Notifies(new LogResource("x").Write, Timing.Immediately);
        PackageResource[] apart =
        [
            guarded, removed, notifying,
            new(["b"]) { Version = "1" }, new(["b"]) { Options = ["-q"] },
        ];

        Assert.All(apart, package => Assert.Equal("", BatchNumbers(Package("a"), package, Package("c"))));
    }

    [Fact]
    public void A_package_with_a_time_limit_of_its_own_shares_it_with_no_other_action()
    {
        var (limited, several) = (Package("b"), Package("b", "c"));
        limited.Timeout = several.Timeout = TimeSpan.FromSeconds(2);

        Assert.Equal("", BatchNumbers(Package("a"), limited, Package("d")));
        Assert.Equal("3 4", BatchNumbers(Package("a"), limited, Package("d"), Package("e")));
        Assert.Equal("2", BatchNumbers(Package("a"), several, Package("d")));
    }

    [Fact]
    public void A_delayed_notification_does_not_exclude_an_install_from_batches()
    {
        var package = Package("a");
        package.Notifies(new LogResource("x").Write);

        Assert.Equal("1 2", BatchNumbers(package, Package("b")));
    }

    private static PackageResource Package(params string[] names) => new(names);

    private static string BatchNumbers(params Resource[] resources) =>
        string.Join(
            '|',
            StepResource.Plan(FakeNode.Debian12(), resources).PackageBatches.Select(group => string.Join(' ', group)));
}

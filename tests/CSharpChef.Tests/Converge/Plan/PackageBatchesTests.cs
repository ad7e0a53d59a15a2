using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class PackageBatchesTests
{
    [Fact]
    public void Neighbouring_installs_become_one_batch() =>
        Assert.Equal("1 2", Together(Package("a"), Package("b")));

    [Fact]
    public void A_single_package_is_not_a_batch() => Assert.Equal("", Together(Package("a")));

    [Fact]
    public void A_resource_of_several_packages_is_a_batch() => Assert.Equal("1", Together(Package("a", "b")));

    [Fact]
    public void An_action_between_installs_separates_their_batches() =>
        Assert.Equal(
            "1 2|4 5", Together(Package("a"), Package("b"), new FileResource("/f"), Package("c"), Package("d")));

    [Fact]
    public void An_action_that_runs_only_when_notified_does_not_separate_batches()
    {
        var asked = Package("x");
        asked.OnlyWhenNotified();
        var first = Package("a");
        first.Notifies(asked.Install);

        Assert.Equal("1 2", Together(first, asked, Package("b")));
    }

    [Fact]
    public void An_install_with_a_version_options_a_guard_a_user_or_an_immediate_notification_stays_out_of_batches()
    {
        var (guarded, removed, notifying) = (Package("b"), Package("b"), Package("b"));
        guarded.OnlyIf("true");
        removed.Do(removed.Remove);
        notifying.Notifies(new LogResource("x").Write, Timing.Immediately);
        PackageResource[] apart =
        [
            guarded, removed, notifying,
            new(["b"]) { Version = "1" }, new(["b"]) { Options = ["-q"] }, new(["b"]) { RunAs = "ann" },
        ];

        Assert.All(apart, separate => Assert.Equal("", Together(Package("a"), separate, Package("c"))));
    }

    [Fact]
    public void A_delayed_notification_does_not_exclude_an_install_from_batches()
    {
        var notifying = Package("a");
        notifying.Notifies(new LogResource("x").Write);

        Assert.Equal("1 2", Together(notifying, Package("b")));
    }

    private static PackageResource Package(params string[] names) => new(names);

    private static string Together(params Resource[] resources) =>
        string.Join(
            '|',
            StepResource.Plan(FakeNode.Debian12(), resources).PackageBatches.Select(group => string.Join(' ', group)));
}

using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing.Outcomes;

public sealed class ActionAssertionTests(DeclaredRun declared) : IClassFixture<DeclaredRun>
{
    private readonly ConvergeOutcome run = declared.Run;

    [Fact]
    public void An_action_that_does_not_run_by_itself_fails_with_those_that_do()
    {
        var service = run.Resource<ServiceResource>("nginx").ShouldDo(s => s.Enable).ShouldDo("start");

        Assert.EndsWith(
            "should do stop, but does enable, start",
            DeclaredRun.MessageOf(() => service.ShouldDo(s => s.Stop)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_without_actions_of_its_own_does_nothing()
    {
        run.Resource<ExecuteResource>("unused").ShouldDoNothing().ShouldBeSkipped();

        Assert.EndsWith(
            "should act only when it is notified, but does install",
            DeclaredRun.MessageOf(() => run.Resource<PackageResource>("nginx").ShouldDoNothing()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_that_a_notification_ran_has_run()
    {
        run.Resource<ExecuteResource>("nginx -t").ShouldHaveRun(e => e.Run);
        run.Resource<ServiceResource>("nginx").ShouldHaveRun(s => s.Reload);

        Assert.EndsWith(
            "should have run run, but ran nothing",
            DeclaredRun.MessageOf(() => run.Resource<ExecuteResource>("unused").ShouldHaveRun(e => e.Run)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_that_differs_fails_with_the_reason()
    {
        run.Resource<PackageResource>("nginx").ShouldHaveChanged();
        run.Resource<DirectoryResource>("/etc/nginx/conf.d").ShouldBeUnchanged();

        Assert.EndsWith(
            "should be changed, but is skipped (NotIf(true))",
            DeclaredRun.MessageOf(() => run.Resource<FileResource>("/etc/motd").ShouldHaveChanged()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_asserted_with_its_reason()
    {
        var conf = declared.Failed.Resource<TemplateResource>("/etc/nginx/conf.d/site.conf");

        conf.ShouldHaveFailed("/etc/nginx/conf.d does not exist");
        Assert.Contains(
            "should have failed by \"disk full\", but failed by \"",
            DeclaredRun.MessageOf(() => conf.ShouldHaveFailed("disk full")),
            StringComparison.Ordinal);
    }
}

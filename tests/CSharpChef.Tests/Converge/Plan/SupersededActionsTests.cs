using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class SupersededActionsTests
{
    private readonly FileResource conf = new("/conf");
    private readonly ServiceResource app = new("app") { Enabled = null };

    [Fact]
    public void A_start_makes_a_queued_restart_and_reload_needless()
    {
        conf.Notifies(app.Restart);
        conf.Notifies(app.Reload);

        var plan = StepResource.Plan(FakeNode.Debian12(), conf, app);

        Assert.Equal("start", plan[2].Action);
        Assert.Equal([3, 4], plan[2].Supersedes);
    }

    [Fact]
    public void A_restart_supersedes_the_pending_reload_but_not_itself()
    {
        conf.Notifies(app.Restart);
        conf.Notifies(app.Reload);

        var plan = StepResource.Plan(FakeNode.Debian12(), conf, app);

        Assert.Equal([4], plan[3].Supersedes);
        Assert.Empty(plan[4].Supersedes);
    }

    [Fact]
    public void A_restart_does_not_supersede_actions_of_another_service()
    {
        conf.Notifies(new ServiceResource("other").Restart);

        Assert.Empty(StepResource.Plan(FakeNode.Debian12(), conf, app)[2].Supersedes);
    }

    [Fact]
    public void A_restart_supersedes_the_pending_actions_of_another_resource_of_the_same_service()
    {
        conf.Notifies(new ServiceResource("app").Restart);

        Assert.Equal([3], StepResource.Plan(FakeNode.Debian12(), conf, app)[2].Supersedes);
    }
}

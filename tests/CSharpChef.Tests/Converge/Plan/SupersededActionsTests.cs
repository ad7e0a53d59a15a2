using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class SupersededActionsTests
{
    private readonly FileResource conf = new("/conf");
    private readonly ServiceResource app = new("app") { Enabled = null };

    [Fact]
    public void Starting_a_service_supersedes_its_queued_restart_and_reload()
    {
        conf.Notifies(app.Restart);
        conf.Notifies(app.Reload);

        var plan = StepResource.Plan(FakeNode.Debian12(), conf, app);

        Assert.Equal("start", plan[2].Action);
        Assert.Equal([3, 4], plan[2].Supersedes);
    }

    [Fact]
    public void A_restart_supersedes_the_reload_and_not_itself()
    {
        conf.Notifies(app.Restart);
        conf.Notifies(app.Reload);

        var plan = StepResource.Plan(FakeNode.Debian12(), conf, app);

        Assert.Equal([4], plan[3].Supersedes);
        Assert.Empty(plan[4].Supersedes);
    }

    [Fact]
    public void Starting_a_service_does_not_supersede_the_restart_of_another()
    {
        conf.Notifies(new ServiceResource("other").Restart);

        Assert.Empty(StepResource.Plan(FakeNode.Debian12(), conf, app)[2].Supersedes);
    }

    [Fact]
    public void Two_resources_of_one_service_supersede_each_other()
    {
        conf.Notifies(new ServiceResource("app").Restart);

        Assert.Equal([3], StepResource.Plan(FakeNode.Debian12(), conf, app)[2].Supersedes);
    }
}

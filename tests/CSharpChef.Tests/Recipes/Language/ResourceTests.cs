using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Recipes.Language;

public sealed class ResourceTests
{
    [Theory]
    [InlineData(typeof(FileResource), "file")]
    [InlineData(typeof(CookbookFileResource), "cookbook_file")]
    [InlineData(typeof(StepResource), "step")]
    public void The_type_of_a_resource_is_the_name_of_its_class_in_snake_case(Type type, string name)
    {
        var resource = type == typeof(StepResource)
            ? new StepResource()
            : (Resource)Activator.CreateInstance(type, "/a")!;

        Assert.Equal(name, resource.Type);
    }

    [Fact]
    public void An_action_has_the_name_of_its_member_in_snake_case()
    {
        var file = new FileResource("/a");

        Assert.Equal(
            ["create_if_missing", "create"], new[] { file.CreateIfMissing, file.Create }.Select(action => action.Name));
        Assert.Equal("file[/a] create", file.Create.ToString());
    }

    [Fact]
    public void Two_reads_of_an_action_member_give_equal_actions()
    {
        var (first, other) = (new ServiceResource("a"), new ServiceResource("a"));

        Assert.Equal(first.Restart, first.Restart);
        Assert.NotEqual(first.Restart, first.Reload);
        Assert.NotEqual(first.Restart, other.Restart);
    }

    [Fact]
    public void SubscribesTo_adds_a_notification_to_the_other_resource()
    {
        var (conf, nginx) = (new FileResource("/conf"), new ServiceResource("nginx"));

        nginx.SubscribesTo(conf, nginx.Reload, Timing.Immediately);

        Assert.Equal(new Notification(nginx.Reload, Timing.Immediately), Assert.Single(conf.Notifications));
        Assert.Empty(nginx.Notifications);
    }

    [Fact]
    public void SubscribesTo_refuses_the_action_of_another_resource()
    {
        var (conf, nginx, other) =
            (new FileResource("/conf"), new ServiceResource("nginx"), new ServiceResource("other"));

        var error = Assert.Throws<RecipeException>(() => nginx.SubscribesTo(conf, other.Reload));

        Assert.Equal(
            "service[nginx] can only subscribe its own actions, and service[other] reload belongs to another resource: use Notifies",
            error.Message);
    }

    [Fact]
    public void A_notification_is_delayed_unless_it_is_declared_as_immediate()
    {
        var (conf, nginx) = (new FileResource("/conf"), new ServiceResource("nginx"));

        conf.Notifies(nginx.Reload);

        Assert.Equal(Timing.Delayed, Assert.Single(conf.Notifications).Timing);
    }

    [Fact]
    public void Do_chooses_actions_and_OnlyWhenNotified_chooses_none()
    {
        var file = new FileResource("/a");
        Assert.Equal([file.Create], file.Actions);

        file.Do(file.Delete, file.Touch);
        Assert.Equal([file.Delete, file.Touch], file.Actions);

        file.OnlyWhenNotified();
        Assert.Empty(file.Actions);
    }

    [Fact]
    public void Changed_throws_before_the_first_barrier()
    {
        var error = Assert.Throws<RecipeException>(() => new FileResource("/a").Changed);

        Assert.Contains("await Converge();", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_actions_of_a_service_follow_Enabled_and_Running()
    {
        Assert.Equal("enable start", Names(new ServiceResource("a")));
        Assert.Equal("disable stop", Names(new ServiceResource("a") { Enabled = false, Running = false }));
        Assert.Equal("start", Names(new ServiceResource("a") { Enabled = null }));
        Assert.Equal("", Names(new ServiceResource("a") { Enabled = null, Running = null }));
    }

    [Fact]
    public void A_missing_required_property_is_an_error_that_names_the_property()
    {
        Resource[] lacking =
        [
            new LinkResource("/a"), new LineResource("/a"), new ScriptResource("a"), new CronResource("a"),
            new LineResource("/a") { Text = "a\nb" }, new UserResource("a") { PasswordHash = "secret" },
        ];

        Assert.All(lacking, resource => Assert.Throws<RecipeException>(
            () => resource.Actions[0].Steps(StepResource.NodeOf(CSharpChef.Testing.FakeNode.Debian12()))));
    }

    private static string Names(Resource resource) => string.Join(' ', resource.Actions.Select(action => action.Name));
}

using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing.Outcomes;

public sealed class NotificationAssertionTests(DeclaredRun declared) : IClassFixture<DeclaredRun>
{
    private const string Conf = "/etc/nginx/conf.d/site.conf";
    private readonly ConvergeOutcome run = declared.Run;

    [Fact]
    public void A_notification_is_found_whichever_side_declares_it()
    {
        run.Resource<TemplateResource>(Conf)
            .ShouldNotify<ServiceResource>("nginx", s => s.Reload)
            .ShouldNotify<ExecuteResource>("nginx -t", e => e.Run, Timing.Immediately)
            .ShouldNotify("service[nginx]", "reload", Timing.Delayed);
        run.Resource<ServiceResource>("nginx").ShouldSubscribeTo<TemplateResource>(Conf, s => s.Reload, Timing.Delayed);
    }

    [Fact]
    public void A_missing_notification_fails_with_those_that_there_are() => Assert.Equal(
        $"template[{Conf}] ({declared.At(2, 12)}) should notify service[nginx] restart, but template[{Conf}] notifies "
            + "execute[nginx -t] run immediately, service[nginx] reload at the end",
        DeclaredRun.MessageOf(
            () => run.Resource<TemplateResource>(Conf).ShouldNotify<ServiceResource>("nginx", s => s.Restart)));

    [Fact]
    public void A_notification_at_another_time_fails() => Assert.Contains(
        "should notify service[nginx] reload immediately, but",
        DeclaredRun.MessageOf(() => run.Resource<TemplateResource>(Conf)
            .ShouldNotify<ServiceResource>("nginx", s => s.Reload, Timing.Immediately)),
        StringComparison.Ordinal);

    [Fact]
    public void A_subscription_that_is_missing_names_both_resources() => Assert.Equal(
        $"service[nginx] ({declared.At(6)}) should subscribe to file[/etc/motd] ({declared.At(7)}), to run reload, but file[/etc/motd] notifies nothing",
        DeclaredRun.MessageOf(
            () => run.Resource<ServiceResource>("nginx").ShouldSubscribeTo<FileResource>("/etc/motd", s => s.Reload)));

    [Fact]
    public void A_notification_that_should_not_be_there_fails()
    {
        run.Resource<PackageResource>("nginx").ShouldNotNotify<ServiceResource>("nginx");

        Assert.Contains(
            "should not notify service[nginx], but",
            DeclaredRun.MessageOf(() => run.Resource<TemplateResource>(Conf).ShouldNotNotify<ServiceResource>("nginx")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_receiver_is_answered_with_the_nearest() => Assert.Contains(
        "the nearest is service[nginx]",
        DeclaredRun.MessageOf(
            () => run.Resource<TemplateResource>(Conf).ShouldNotify<ServiceResource>("ngnix", s => s.Reload)),
        StringComparison.Ordinal);
}

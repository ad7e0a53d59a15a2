using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing.Outcomes;

public sealed class OrderAssertionTests(DeclaredRun declared) : IClassFixture<DeclaredRun>
{
    private const string Conf = "/etc/nginx/conf.d/site.conf";
    private readonly ConvergeOutcome run = declared.Run;

    [Fact]
    public void The_order_is_that_of_the_run()
    {
        run.Resource<PackageResource>("nginx").ShouldRunBefore<TemplateResource>(Conf);
        run.Resource<ServiceResource>("nginx").ShouldRunAfter<TemplateResource>(Conf);
        run.Resource<ExecuteResource>("nginx -t").ShouldRunBefore<DirectoryResource>("/etc/nginx/conf.d");
    }

    [Fact]
    public void A_wrong_order_fails_with_both_places() => Assert.Equal(
        $"directory[/etc/nginx/conf.d] ({declared.At(3)}) should run before template[{Conf}] ({declared.At(2, 12)}), but "
            + $"directory[/etc/nginx/conf.d] is number 4 of the run, and template[{Conf}] is number 2 of the run",
        DeclaredRun.MessageOf(() => run.Resource<DirectoryResource>("/etc/nginx/conf.d").ShouldRunBefore<TemplateResource>(Conf)));

    [Fact]
    public void A_resource_that_did_not_run_has_no_place_in_the_order() => Assert.EndsWith(
        "but execute[unused] did not run, and package[nginx] is number 1 of the run",
        DeclaredRun.MessageOf(() => run.Resource<ExecuteResource>("unused").ShouldRunAfter<PackageResource>("nginx")),
        StringComparison.Ordinal);
}

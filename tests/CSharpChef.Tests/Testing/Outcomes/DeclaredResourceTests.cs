using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing.Outcomes;

public sealed class DeclaredResourceTests(DeclaredRun declared) : IClassFixture<DeclaredRun>
{
    private readonly ConvergeOutcome run = declared.Run;

    [Fact]
    public void A_resource_is_found_by_its_class_and_name_with_its_place()
    {
        var conf = run.Resource<TemplateResource>("/etc/nginx/conf.d/site.conf");

        Assert.Equal("site", conf.Resource.Source);
        Assert.Equal(2, conf.DeclaredAt.Line);
        Assert.Equal($"template[/etc/nginx/conf.d/site.conf] ({declared.At(2, 12)})", $"{conf}");
        Assert.Equal(ResourceStatus.Changed, conf.Outcome.Status);
    }

    [Fact]
    public void A_resource_is_found_by_a_base_class_and_by_its_type_and_name()
    {
        Assert.IsType<TemplateResource>(run.Resource<ContentResource>("/etc/nginx/conf.d/site.conf").Resource);
        Assert.Equal("shop", run.Resource<Resource>("vhost[shop]").Resource.Name);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest_resource() => Assert.Equal(
        $"the run declares no package named ngnix; the nearest is package[nginx] ({declared.At(1)})",
        DeclaredRun.MessageOf(() => run.Resource<PackageResource>("ngnix")));

    [Fact]
    public void A_name_of_another_class_is_answered_with_that_resource() => Assert.Equal(
        $"the run declares no file named /etc/nginx/conf.d/site.conf; there is template[/etc/nginx/conf.d/site.conf] ({declared.At(2, 12)})",
        DeclaredRun.MessageOf(() => run.Resource<FileResource>("/etc/nginx/conf.d/site.conf")));

    [Fact]
    public void A_name_like_no_other_is_answered_with_the_resources_of_the_class() => Assert.Equal(
        $"the run declares no package named redis-server; it declares:\n    package[nginx] ({declared.At(1)})",
        DeclaredRun.MessageOf(() => run.Resource<PackageResource>("redis-server")));

    [Fact]
    public void The_failure_of_the_run_is_behind_the_message_of_an_assertion()
    {
        var message = DeclaredRun.MessageOf(() => declared.Failed.Resource<CronResource>("backup"));

        Assert.Contains("\nThe run failed:\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_of_a_class_are_in_the_order_of_declaration() => Assert.Equal(
        ["nginx -t", "unused"], run.ResourcesOf<ExecuteResource>().Select(each => each.Resource.Name));

    [Fact]
    public void Resources_of_a_class_are_counted()
    {
        run.ShouldDeclare<FileResource>(count: 2).ShouldNotDeclare<CronResource>();

        Assert.Equal(
            $"the run should declare 3 of execute, but declares 2:\n    execute[nginx -t] ({declared.At(4, 13)})\n    execute[unused] ({declared.At(9)})",
            DeclaredRun.MessageOf(() => run.ShouldDeclare<ExecuteResource>(count: 3)));
    }

    [Fact]
    public void A_resource_that_should_not_be_declared_fails_with_its_place()
    {
        run.ShouldNotDeclare<PackageResource>("telnet");

        Assert.Equal(
            $"the run should not declare package[nginx] ({declared.At(1)})",
            DeclaredRun.MessageOf(() => run.ShouldNotDeclare<PackageResource>("nginx")));
    }
}

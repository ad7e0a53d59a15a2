using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing.Outcomes;

public sealed class PropertyAssertionTests(DeclaredRun declared) : IClassFixture<DeclaredRun>
{
    private readonly ConvergeOutcome run = declared.Run;

    [Fact]
    public void A_property_that_differs_fails_with_both_values_and_the_place()
    {
        var conf = run.Resource<TemplateResource>("/etc/nginx/conf.d/site.conf");

        conf.ShouldHave(t => t.Mode, "0640").ShouldHave(t => t.Owner, null).ShouldHave(t => t.Backup, 0);
        Assert.Equal(
            $"template[/etc/nginx/conf.d/site.conf] ({declared.At(2, 12)}): Mode should be \"0644\", but is \"0640\"",
            DeclaredRun.MessageOf(() => conf.ShouldHave(t => t.Mode, "0644")));
    }

    [Fact]
    public void Lists_are_compared_item_by_item()
    {
        var package = run.Resource<PackageResource>("nginx");

        package.ShouldHave(p => p.Options, ["--no-install-recommends", "--quiet"]);
        Assert.EndsWith(
            "Options should be [\"--quiet\"], but is [\"--no-install-recommends\", \"--quiet\"]",
            DeclaredRun.MessageOf(() => package.ShouldHave(p => p.Options, ["--quiet"])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_several_lines_are_compared_by_a_diff() => Assert.EndsWith(
        "Content should be the expected text, but differs (- expected, + actual):\n--- text\n+++ text\n@@ -1,2 +1,2 @@\n one\n-three\n+two",
        DeclaredRun.MessageOf(() => run.Resource<FileResource>("/etc/motd").ShouldHave(f => f.Content, "one\nthree\n")),
        StringComparison.Ordinal);

    [Fact]
    public void A_condition_that_does_not_hold_fails_with_its_text()
    {
        var motd = run.Resource<FileResource>("/etc/motd");

        motd.ShouldSatisfy(f => f.Content, text => text!.StartsWith("one", StringComparison.Ordinal));
        Assert.EndsWith(
            "Content should meet text => text is null, but is \"one\\ntwo\\n\"",
            DeclaredRun.MessageOf(() => motd.ShouldSatisfy(f => f.Content, text => text is null)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_of_a_resource_of_a_cookbook_is_found_by_its_name()
    {
        var vhost = run.Resource<Resource>("vhost[shop]");

        vhost.ShouldHave("Port", 80);
        Assert.EndsWith("Port should be 81, but is 80", DeclaredRun.MessageOf(() => vhost.ShouldHave("Port", 81)));
        Assert.EndsWith(
            "has no property Prot: did you mean \"Port\"?", DeclaredRun.MessageOf(() => vhost.ShouldHave("Prot", 80)));
    }

    [Fact]
    public void The_values_of_a_sensitive_resource_are_not_shown()
    {
        var secret = run.Resource<FileResource>("/etc/secret");

        string[] messages =
        [
            DeclaredRun.MessageOf(() => secret.ShouldHave(f => f.Content, "x")),
            DeclaredRun.MessageOf(() => secret.ShouldSatisfy(f => f.Content, content => content is null)),
            DeclaredRun.MessageOf(() => run.Resource<FileResource>("/hunter22/x")),
        ];
        Assert.All(messages, message => Assert.DoesNotContain("hunter22", message, StringComparison.Ordinal));
    }
}

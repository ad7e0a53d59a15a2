using CSharpChef.Recipes;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Dependencies.Packages;

public sealed class SourceMappingTests : DependencyTests
{
    private readonly FolderFeed near = new();
    private readonly FolderFeed far = new();

    public SourceMappingTests()
    {
        near.With("Acme.Tools", "1.0.0", ("x", "near"));
        far.With("Acme.Tools", "2.0.0", ("x", "far"));
        Depend("""{ "tools": { "nuget": "Acme.Tools" } }""");
    }

    public override void Dispose()
    {
        near.Dispose();
        far.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("near", "+ tools 1.0.0")]
    [InlineData("far", "+ tools 2.0.0")]
    public async Task Only_the_feed_that_a_package_is_mapped_to_is_asked(string feed, string expected)
    {
        Configure($"<packageSource key=\"{feed}\"><package pattern=\"Acme.*\" /></packageSource>");

        Assert.Equal([expected], (await InstallAsync()).Changes);
    }

    [Fact]
    public async Task A_package_that_is_mapped_to_no_feed_is_an_error()
    {
        Configure("<packageSource key=\"near\"><package pattern=\"Other.*\" /></packageSource>");

        await FailsAsync("packageSourceMapping of nuget.config names no feed for the package Acme.Tools");
    }

    [Fact]
    public async Task A_package_that_is_mapped_to_a_feed_that_does_not_exist_is_an_error_with_its_name()
    {
        Configure("<packageSource key=\"gone\"><package pattern=\"*\" /></packageSource>");

        await FailsAsync(
            "packageSourceMapping of nuget.config maps the package Acme.Tools to gone, which packageSources does not have or has disabled: add or enable it");
    }

    [Fact]
    public async Task A_package_without_any_feed_is_an_error_that_says_so()
    {
        Cookbooks.With("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");

        await FailsAsync(
            "nuget.config names no feed that is enabled, and a package Acme.Tools is asked for: add one to packageSources");
    }

    [Fact]
    public async Task Feeds_without_the_package_are_named()
    {
        Configure("<packageSource key=\"near\"><package pattern=\"*\" /></packageSource>");
        Depend("""{ "tools": { "nuget": "Other" } }""");

        await FailsAsync($"no feed has a package Other: {near.Packages}");
    }

    private async Task FailsAsync(string message)
    {
        var error = await Assert.ThrowsAsync<RecipeException>(InstallAsync);

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
    }

    private void Configure(string mapping) => Cookbooks.With("nuget.config", $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{near.Installed}" /></config>
          <packageSources><clear /><add key="near" value="{near.Packages}" /><add key="far" value="{far.Packages}" /></packageSources>
          <packageSourceMapping>{mapping}</packageSourceMapping>
        </configuration>
        """);
}

namespace Cookbook.Tests;

public sealed class DefaultRecipeTests
{
    private static readonly ChefTest Chef = ChefTest.OfThisCookbook().With(new { cookbook_key = new { folder = "/srv/welcome" } });

    public static TheoryData<FakeNode> Nodes => [FakeNode.Debian12(), FakeNode.Ubuntu2404(), FakeNode.Rocky9()];

    [Theory]
    [MemberData(nameof(Nodes), DisableDiscoveryEnumeration = true)]
    public async Task The_welcome_is_written_once(FakeNode node)
    {
        var run = await Chef.Converge("CookbookName", node, TestContext.Current.CancellationToken);

        run.Node.File("/srv/welcome/welcome.txt").ShouldContain("Welcome to ");
        await run.ShouldBeIdempotent(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_greeting_is_an_attribute()
    {
        var chef = Chef.With(new { cookbook_key = new { greeting = "Hello" } });

        var run = await chef.Converge("CookbookName", FakeNode.Debian12(), TestContext.Current.CancellationToken);

        run.Node.File("/srv/welcome/welcome.txt").ShouldContain("Hello to ");
    }
}

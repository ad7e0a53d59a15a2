using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class StubbedSecretTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_recipe_gets_the_secrets_that_its_test_gives_to_the_fake_node()
    {
        var node = FakeNode.Debian12().WithSecret("vault:app#key", "one").WithSecret("stack-password", "two2");

        var run = await Converge("Secret(\"vault:app#key\") + Secret(\"stack-password\")", node.WithSecret("vault:app#key", "four"));

        run.Node.File("/etc/app").ShouldContain("fourtwo2");
    }

    [Theory]
    [InlineData("env:PATH")]
    [InlineData("file:/etc/hostname")]
    [InlineData("command:true \\\"a\\\"")]
    public async Task A_store_is_not_read_in_a_test_and_the_error_shows_the_line_to_add(string name)
    {
        var error = await Assert.ThrowsAsync<RecipeException>(
            () => Converge($"Secret(\"{name}\")", FakeNode.Debian12()));

        Assert.Equal(
            $"web/recipes/default.csx:1:15: the secret \"{name.Replace("\\", "", StringComparison.Ordinal)}\" has no text on this fake node: set one before the run:\n    node.WithSecret(\"{name}\", \"…\");",
            cookbooks.Below(error.Message));
    }

    private Task<ConvergeOutcome> Converge(string content, FakeNode node)
    {
        cookbooks.With("web/recipes/default.csx", $"var content = {content};\nFile(\"/etc/app\", f => f.Content = content);");
        return new ChefTest(cookbooks.Root).Converge("web", node, TestContext.Current.CancellationToken);
    }
}

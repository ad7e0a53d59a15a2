using CSharpChef.Converge.Evaluate;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Secrets;

public sealed class SecretTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_secret_from_an_attribute_the_environment_or_a_file_is_masked_later()
    {
        cookbooks.With("key", "from-file\n")
            .With(
                "web/recipes/default.csx",
                $"Log(Secret(\"db.password\") + Secret(\"env:DB\") + Secret(\"file:{cookbooks["key"]}\"));");
        var options = new EvaluationOptions { Variable = name => name == "DB" ? "from-env" : null };
        await using var run = cookbooks.Start("web", options, """{ "db": { "password": "from-attribute" } }""");

        var resources = ((Pause.Finished)await run.NextAsync(CancellationToken.None)).Resources;

        Assert.Equal("from-attributefrom-envfrom-file", resources.Resources[0].Name);
        Assert.Equal("a *** b *** c ***", resources.Secrets.Masked("a from-attribute b from-env c from-file"));
    }

    [Theory]
    [InlineData("db.pasword", "there is no attribute \"db.pasword\" for a secret: did you mean \"db.password\"?")]
    [InlineData("db.password", "is shorter than 4 characters")]
    [InlineData("env:CSHARPCHEF_NO_SUCH", "the environment has no variable CSHARPCHEF_NO_SUCH")]
    [InlineData("file:/no/such/file", "secret \"file:/no/such/file\": Could not find")]
    public async Task A_missing_or_short_secret_is_an_error(string name, string message)
    {
        cookbooks.With("web/recipes/default.csx", $"\nSecret(\"{name}\");");

        var error = await cookbooks.EvaluateError("web", """{ "db": { "password": "abc" } }""");

        Assert.StartsWith("web/recipes/default.csx:2:1: ", cookbooks.Below(error.Message));
        Assert.Contains(message, error.Message);
        Assert.DoesNotContain("abc", error.Message);
    }
}

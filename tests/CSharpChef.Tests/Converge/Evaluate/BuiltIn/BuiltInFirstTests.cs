using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Evaluate.BuiltIn;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Evaluate.BuiltIn;

public sealed class BuiltInFirstTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("File(\"/etc/app\", f => f.Content = \"\");", 1, "the recipe asks nothing")]
    [InlineData("File(\"/etc/app\", f => f.Content = Secret(\"key\"));", 1, "the server answers for a secret")]
    [InlineData("await Converge(); File(\"/etc/app\", f => f.Content = \"\");", 3, "the recipe has a barrier")]
    [InlineData("File(\"/etc/app\", f => f.Content = \"\"); await Query(\"test -e /etc/first\");", 2, "the recipe asks the node")]
    [InlineData("Directory(\"/etc/app\"); File(\"/etc/first\", f => f.Content = \"own\");", 2, "it declares the same file")]
    public async Task Built_in_resources_converge_in_one_program_with_recipes_that_can_wait_for_them(
        string recipe, int programs, string reason)
    {
        cookbooks.With("web/attributes/default.json", """{ "key": "hush" }""").With("web/recipes/default.csx", recipe);

        var (report, plans) = await ConvergeAsync("web");

        Assert.True(report.Error is null, report.Error?.Message);
        Assert.True(plans == programs, $"{reason}, and there were {plans} programs");
        Assert.Equal("file[/etc/first]", report.Resources[0].Resource);
        Assert.Contains(report.Resources, each => each.Resource.Contains("/etc/app", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Built_in_resources_converge_though_a_recipe_fails()
    {
        cookbooks.With("web/recipes/default.csx", "throw new InvalidOperationException(\"broken\");");

        var (report, plans) = await ConvergeAsync("web");

        Assert.Contains("broken", report.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(["file[/etc/first]"], report.Resources.Select(each => each.Resource));
        Assert.Equal(1, plans);
    }

    [Fact]
    public async Task Built_in_resources_converge_without_recipes()
    {
        var (report, plans) = await ConvergeAsync();

        Assert.Equal(["file[/etc/first]"], report.Resources.Select(each => each.Resource));
        Assert.Equal(1, plans);
    }

    private async Task<(HostReport Report, int Programs)> ConvergeAsync(params string[] runList)
    {
        await using var session = new FakeNodeSession(FakeNode.Debian12(), ConvergeMode.Converge);
        var recipes = cookbooks.Recipes();
        var request = new RunRequest([.. runList.Select(RunListItem.Parse)], recipes)
        {
            Evaluator = new BuiltInFirst(
                node => BuiltInRecipe.Run("csharpchef::setup", node, recipe => recipe.File("/etc/first", file => file.Content = "first")),
                new InProcessEvaluator(recipes)),
            Answers = cookbooks.Answers(),
        };
        var report = await new ChefRun(request, new Target("web1"), session)
            .RunAsync(TestContext.Current.CancellationToken);
        return (report, session.RoundTrips);
    }
}

using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Runs;
using CSharpChef.Stacks.Sources;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace CSharpChef.Tests.Stacks.Runs;

[WholeSuite]
public sealed class StackCookbookRecipesTests : ServerTests
{
    private static readonly RunListItem Recipe = RunListItem.Parse("web");

    private readonly string stackId = Guid.NewGuid().ToString();
    private readonly string source = TemporaryFolder.Create("source-");

    [Fact]
    public async Task A_state_that_comes_back_after_six_others_is_compiled_again_and_runs()
    {
        await using var recipes = Recipes();
        Assert.Equal(["log[0]"], await RunAsync(recipes, 0));
        for (var state = 1; state <= 6; state++)
        {
            (await OpenAsync(recipes, state)).Dispose();
        }

        Assert.Equal(["log[0]"], await RunAsync(recipes, 0));
    }

    [Fact]
    public async Task The_cookbooks_that_a_command_uses_stay_when_six_newer_states_come()
    {
        await using var recipes = Recipes();
        using var used = await OpenAsync(recipes, 0);
        for (var state = 1; state <= 6; state++)
        {
            (await OpenAsync(recipes, state)).Dispose();
        }

        var recipe = used.Library.Cookbooks.Get("web").Files.PathOf("recipes/default.csx");
        Assert.Equal("Log(\"0\");", await File.ReadAllTextAsync(recipe, Ct));
    }

    [Fact]
    public async Task A_state_whose_dependencies_are_not_locked_does_not_replace_the_one_before()
    {
        await using var recipes = Recipes();
        var before = await OpenAsync(recipes, 0);
        before.Dispose();
        Write(1);
        Directory.CreateDirectory(Path.Combine(source, "dep"));
        await File.WriteAllTextAsync(
            Path.Combine(source, "dep/cookbook.json"),
            """{ "dependencies": { "other": { "git": "https://example.com/other.git" } } }""",
            Ct);

        await Assert.ThrowsAnyAsync<ChefException>(() => OpenAsync(recipes, isUpdate: true));
        using var after = await OpenAsync(recipes, isUpdate: false);

        Assert.Equal(before.State, after.State);
    }

    private StackCookbookRecipes Recipes() => new(
        Server.Plane.Store, Server.Folder, new SourceOptions { Folders = [source] }, NullLogger.Instance);

    private void Write(int state)
    {
        var folder = Directory.CreateDirectory(Path.Combine(source, "web/recipes")).FullName;
        File.WriteAllText(Path.Combine(folder, "default.csx"), $"Log(\"{state}\");");
    }

    private Task<StackRecipes> OpenAsync(StackCookbookRecipes recipes, int state)
    {
        Write(state);
        return OpenAsync(recipes, isUpdate: true);
    }

    private async Task<StackRecipes> OpenAsync(
        StackCookbookRecipes recipes, bool isUpdate, params RunListItem[] runList)
    {
        var context = SampleContext.Create();
        var stack = context.Stack with
        {
            StackId = stackId,
            UseCustomCookbooks = true,
            CustomCookbooksSource = new Source { Type = SourceType.Git, Url = source },
        };
        return (await recipes.OpenAsync(context with { Stack = stack }, runList, isUpdate, _ => { }, Ct))!;
    }

    private async Task<IEnumerable<string>> RunAsync(StackCookbookRecipes recipes, int state)
    {
        Write(state);
        using var opened = await OpenAsync(recipes, isUpdate: true, Recipe);
        await using var session = new FakeNodeSession(FakeNode.Debian12(), ConvergeMode.Converge);
        var request = new RunRequest([Recipe], opened.Library) { Evaluator = opened.Evaluator };
        var report = await new ChefRun(request, new Target("web1"), session).RunAsync(Ct);
        Assert.True(report.Error is null, report.Error?.Message);
        return report.Resources.Select(each => each.Resource);
    }
}

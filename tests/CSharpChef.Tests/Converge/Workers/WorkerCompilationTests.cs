using CSharpChef.Converge.Workers.Pool;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Workers;

[WholeSuite]
public sealed class WorkerCompilationTests : IAsyncDisposable
{
    private readonly WorkerCookbooks cookbooks = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => cookbooks.DisposeAsync();

    [Fact]
    public async Task A_worker_compiles_recipes_into_the_folder_that_other_workers_read()
    {
        cookbooks.With("web/recipes/default.csx", "Log(\"compiled\");").With("web/recipes/more.csx", "Log(\"more\");");

        var warnings = await cookbooks.Pool.CompileAsync("stack", cookbooks.Folders, ["web", "web::more"], Ct);

        Assert.Empty(warnings);
        Assert.Equal(2, Directory.GetFiles(cookbooks.Compiled, "*.recipe").Length);
        Assert.Equal(["log[compiled]"], await cookbooks.ResourcesAsync());
        Assert.Equal(2, Directory.GetFiles(cookbooks.Compiled, "*.recipe").Length);
    }

    [Fact]
    public async Task A_recipe_that_is_not_compiled_may_have_errors()
    {
        cookbooks.With("web/recipes/default.csx", "Log(\"compiled\");").With("web/recipes/broken.csx", "Log(1);");

        await cookbooks.Pool.CompileAsync("stack", cookbooks.Folders, ["web"], Ct);

        Assert.Equal(["log[compiled]"], await cookbooks.ResourcesAsync());
    }

    [Fact]
    public async Task A_recipe_that_another_one_includes_by_its_name_is_compiled_with_it()
    {
        cookbooks.With("web/recipes/default.csx", "Include(\"::more\");\nInclude(\"site\");")
            .With("web/recipes/more.csx", "Log(\"more\");")
            .With("site/recipes/default.csx", "Log(1);");

        var error = await Assert.ThrowsAsync<RecipeException>(
            () => cookbooks.Pool.CompileAsync("stack", cookbooks.Folders, ["web"], Ct));

        Assert.StartsWith(
            "site/recipes/default.csx:1:5: error ", cookbooks.Below(error.Message), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(cookbooks.Compiled, "*.recipe").Length);
    }

    [Fact]
    public async Task The_errors_of_all_recipes_come_back_line_by_line()
    {
        cookbooks.With("web/recipes/default.csx", "Log(1);").With("web/recipes/more.csx", "Log(\"x\")\nFile();");

        var error = await Assert.ThrowsAsync<RecipeException>(
            () => cookbooks.Pool.CompileAsync("stack", cookbooks.Folders, ["web", "web::more"], Ct));

        var lines = cookbooks.Below(error.Message).Split('\n');
        Assert.Contains(lines, line => line.StartsWith("web/recipes/default.csx:1:5: error ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("web/recipes/more.csx:1:9: error ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_trial_of_a_machine_with_bubblewrap_finds_no_cause_against_workers() =>
        Assert.Null(await WorkerTrial.CauseAsync(cookbooks.Pool, Ct));
}

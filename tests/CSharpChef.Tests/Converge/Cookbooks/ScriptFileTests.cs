using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Cookbooks;

/// <summary>Scripts that end with <c>.cs</c>.</summary>
public sealed class ScriptFileTests : IDisposable
{
    private const string Header = "#!/usr/bin/env csharpchef\n#:sdk CSharpChef.Sdk@0.1.0\n";
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_recipe_may_end_with_cs_and_its_header_prints_nothing()
    {
        cookbooks.With("web/recipes/default.cs", $"{Header}Log(Node.Name);").With("web/recipes/deploy.csx", "Log(\"x\");");

        Assert.Equal(["default", "deploy"], cookbooks.Store.Get("web").Recipes);
        Assert.Empty(cookbooks.Compile("web").Warnings);
        var log = Assert.Single(await cookbooks.Evaluate("web"));
        Assert.Equal("web/recipes/default.cs:3:1", cookbooks.Below($"{log.DeclaredAt}"));
    }

    [Fact]
    public async Task Shared_types_words_and_included_functions_may_end_with_cs()
    {
        cookbooks.With("web/resources/motd.cs", "class MotdResource(string name) : Resource(name) { protected override IEnumerable<ResourceAction> DefaultActions() => []; }")
            .With("web/resources/greet.cs", "void Greet() => Log(\"function of a resource file\");")
            .With("web/lib/site.cs", $"{Header}record Site(int Port);")
            .With("web/lib/obj/Left.cs", "class Left { by a build }")
            .With("web/recipes/more.cs", "string More() => \"included\";")
            .With("web/recipes/default.csx", "#:include more.cs\nGreet();\nMotd($\"{More()} {new Site(80).Port}\");");

        Assert.Equal(
            ["function of a resource file", "included 80"],
            (await cookbooks.Evaluate("web")).Select(resource => resource.Name));
    }

    [Fact]
    public async Task A_recipe_with_both_endings_is_an_error_that_names_both_files()
    {
        cookbooks.With("web/recipes/default.cs", "").With("web/recipes/default.csx", "").With("web/cookbook.json", "{}");
        const string Expected = "the recipe web::default has two files, web/recipes/default.cs and web/recipes/default.csx: delete or rename one of them";

        Assert.Equal(Expected, cookbooks.Below(cookbooks.CompileError("web").Message));
        var checkedAll = (await CommandLine.RunAsync("check", cookbooks.Root)).Exits(3);
        Assert.Contains(Expected, cookbooks.Below(checkedAll.Out + checkedAll.Error));
    }

    [Theory]
    [InlineData("options.csx", "options.cs")]
    [InlineData("options.cs", "options.csx")]
    public void An_include_with_the_other_ending_is_an_error_that_names_the_file(string included, string existing)
    {
        cookbooks.With($"web/lib/{existing}", "record Options;")
            .With("web/recipes/default.csx", $"#:include ../lib/{included}\n");

        Assert.Contains($"there is web/lib/{existing}: write that ending", cookbooks.CompileError("web").Message);
    }

    [Fact]
    public void Sources_of_tests_and_of_builds_are_not_recipes()
    {
        cookbooks.With("web/recipes/default.cs", "").With("web/recipes/bin/left.cs", "").With("web/tests/Tests.cs", "")
            .With("web/recipes/App.Designer.cs", "");

        Assert.Equal(["default"], cookbooks.Store.Get("web").Recipes);
    }
}

using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile.Shared;

public sealed class SharedTypeTests : IDisposable
{
    private const string Identity = "Log($\"{typeof(Site).TypeHandle.Value}\");";
    private readonly CookbookFolder cookbooks = new();

    public SharedTypeTests() => cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""")
        .With("base/resources/site.csx", """
            sealed record Site(string Name);

            static class Sites
            {
                public static string Describe(object site) => site is Site { Name: var name } ? $"site {name}" : "another type";
            }
            """);

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_type_of_resources_is_one_type_in_all_recipes_of_a_run()
    {
        cookbooks.With("web/recipes/default.csx", $"{Identity}\nInclude(\"web::included\");\nInclude(\"base\");")
            .With("web/recipes/included.csx", Identity)
            .With("web/recipes/stateful.csx", $"{Identity}\nstatic class State {{ public static int Field; }}")
            .With("base/recipes/default.csx", Identity);
        var recipes = cookbooks.Recipes();

        var names = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            names.AddRange(await NamesOf(recipes, "web", "web::stateful"));
        }

        Assert.Equal(12, names.Count);
        Assert.Single(names.Distinct());
    }

    [Fact]
    public async Task A_recipe_passes_an_object_of_its_dependency_to_the_code_of_that_dependency()
    {
        cookbooks.With("web/recipes/default.csx", "Log(Sites.Describe(new Site(\"shop\")));\nLog(Sites.Describe(\"text\"));");

        Assert.Equal(["site shop", "another type"], (await cookbooks.Evaluate("web")).Select(each => each.Name));
    }

    [Fact]
    public async Task Static_fields_of_shared_code_are_of_one_node_and_of_all_its_recipes()
    {
        cookbooks.With("base/resources/count.csx", "static class Count { public static int Value; }")
            .With("web/lib/next.csx", "static class Next { public static string Value => $\"{++Count.Value}\"; }")
            .With("web/recipes/default.csx", "Log(Next.Value);\nLog(Next.Value);")
            .With("web/recipes/other.csx", "Log(Next.Value);");
        var recipes = cookbooks.Recipes();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(["1", "2", "3"], await NamesOf(recipes, "web", "web::other"));
        }
    }

    [Fact]
    public async Task The_types_of_lib_are_in_scope_of_the_recipes_of_their_cookbook_alone()
    {
        cookbooks.With("base/lib/options.csx", "record Options(string Of = \"base\");")
            .With("base/recipes/default.csx", "#:include ../lib/options.csx\nLog(new Options().Of);")
            .With("web/lib/deep/options.csx", "record Options(string Of = \"web\");")
            .With("web/recipes/default.csx", "Log(new Options().Of);")
            .With("web/recipes/own.csx", "Log(new Options().Of);\nrecord Options(string Of = \"own\");");

        Assert.Equal(["base", "web", "own"], (await cookbooks.Evaluate("base web web::own")).Select(each => each.Name));
    }

    [Fact]
    public async Task A_recipe_that_loads_a_file_of_the_lib_of_a_dependency_uses_its_types()
    {
        cookbooks.With("base/lib/options.csx", "record BaseOptions(int Port);")
            .With("base/recipes/default.csx", "Log($\"{typeof(BaseOptions).TypeHandle.Value}\");")
            .With("web/recipes/default.csx", "#load \"cookbook:base/lib/options.csx\"\nLog($\"{typeof(BaseOptions).TypeHandle.Value}\");")
            .With("web/recipes/without.csx", "Log($\"{new BaseOptions(1)}\");");

        Assert.Single((await cookbooks.Evaluate("base web")).Select(each => each.Name).Distinct());
        Assert.StartsWith(
            "web/recipes/without.csx:1:12: error CS0246:", cookbooks.Below(cookbooks.CompileError("web::without").Message));
    }

    [Fact]
    public async Task A_cookbook_that_is_not_a_dependency_lends_its_file_to_the_recipe_that_loads_it()
    {
        cookbooks.With("tools/lib/tool.csx", "record Tool(string Name);")
            .With("web/recipes/default.csx", "#load \"cookbook:tools/lib/tool.csx\"\nLog(new Tool(\"x\").Name);");

        Assert.Equal("x", Assert.Single(await cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task Internal_members_are_for_the_recipes_of_the_cookbook()
    {
        cookbooks.With("base/resources/hidden.csx", "class Hidden { internal static string Text() => \"seen\"; internal enum Kind { One } public Kind Of(Kind kind) => kind; }")
            .With("base/recipes/default.csx", "Log(Hidden.Text());")
            .With("web/recipes/default.csx", "Log(Hidden.Text());");

        Assert.Equal("seen", Assert.Single(await cookbooks.Evaluate("base")).Name);
        Assert.StartsWith(
            "web/recipes/default.csx:1:12: error CS0117:", cookbooks.Below(cookbooks.CompileError("web").Message));
    }

    [Fact]
    public async Task A_file_may_have_namespaces_attributes_records_enums_extension_methods_and_words_of_the_compiler()
    {
        cookbooks.With("my-base/cookbook.json", "{}")
            .With("web/cookbook.json", """{ "dependencies": ["my-base", "base"] }""")
            .With("my-base/resources/all.csx", """
                #define HALF
                #nullable enable
                using System.Globalization;

                /// <summary>A port.</summary>
                [Serializable] internal readonly record struct Port(int Number) { public override string ToString() => Number.ToString(CultureInfo.InvariantCulture); }
                public enum Level { Low, High } delegate string Write(Level level);
                #if HALF
                partial class Half { public string One => "1"; }
                #endif
                internal partial class Half { public string Two => "2"; }
                file class OfThisFile { }
                static class Words { public static string Twice(this string text) => text + text; }
                """)
            .With("my-base/resources/space.csx", "namespace Acme.Tools;\nclass Tool { public string Name => nameof(Tool); }")
            .With("base/lib/space.csx", "namespace Acme { namespace Deep { class Pump; } }\nclass Outside;")
            .With("web/recipes/default.csx", """
                #load "cookbook:base/lib/space.csx"
                using Acme.Tools;
                Write write = level => $"{level}";
                var half = new Half();
                Log($"{new Port(80)} {write(Level.High)} {half.One}{half.Two} {"x".Twice()} {new Tool().Name}");
                Log($"{typeof(Acme.Deep.Pump)} {typeof(Outside)} {typeof(Port)}");
                """);

        Assert.Equal(
            ["80 High 12 xx Tool", "Acme.Deep.Pump Outside Cookbooks.my_base.Port"],
            (await cookbooks.Evaluate("web")).Select(each => each.Name));
    }

    [Fact]
    public async Task Attributes_of_a_node_are_bound_to_a_type_of_lib_and_a_template_reads_one()
    {
        cookbooks.With("web/lib/options.csx", "record Options { [Range(1, 9)] public int Port { get; init; } = 2; }")
            .With("web/templates/port.liquid", "port {{ site.port }}")
            .With("web/recipes/default.csx", """
                var options = Node.Bind<Options>("site");
                Template("/port", t => { t.Source = "port"; t.Variables = new { Site = options }; });
                """);

        var resource = Assert.Single(await cookbooks.Evaluate("web", """{ "site": { "port": 7 } }"""));

        var step = Assert.IsType<FileStep>(Assert.Single(resource.Actions[0].Steps(resource.Context.Node)));
        Assert.Equal("port 7", step.Content!.Text);
    }

    [Fact]
    public async Task A_type_hides_the_one_of_the_framework_that_has_its_name()
    {
        cookbooks.With("base/resources/version.csx", "record Version(string Name);")
            .With("web/lib/platform.csx", "record Platform(Version Version, Range Range);")
            .With("web/resources/range.csx", "record Range(int From) { public Platform? Platform; }")
            .With("web/recipes/default.csx", "// first\n  Log(new Platform(new Version(\"1\"), new Range(2)).ToString());\nMore();\n#line 7\nvoid More() => Log(Lost);")
            .With("web/recipes/alias.csx", "using Version = System.Version;\nLog(new Version(1, 2).ToString());");

        Assert.StartsWith("web/recipes/default.csx:7:20: error CS0103", cookbooks.Below(cookbooks.CompileError("web").Message));
        cookbooks.With("web/recipes/default.csx", "// first\n  Log(new Platform(new Version(\"1\"), new Range(2)).ToString());");
        var resources = await cookbooks.Evaluate("web web::alias");
        Assert.Equal(
            ["Platform { Version = Version { Name = 1 }, Range = Range { From = 2, Platform =  } }", "1.2"],
            resources.Select(each => each.Name));
        Assert.Equal("web/recipes/default.csx:2:3", cookbooks.Below(resources[0].DeclaredAt.ToString()));
    }

    private static async Task<string[]> NamesOf(RecipeLibrary recipes, params string[] runList)
    {
        var node = new Node("x", Facts.None, NodeAttributes.None);
        await using var run = Evaluation.Start(
            [.. runList.Select(RunListItem.Parse)], recipes, node, new EvaluationOptions());
        var pause = await run.NextAsync(TestContext.Current.CancellationToken);
        return [.. ((Pause.Finished)pause).Resources.Resources.Select(each => each.Name)];
    }
}

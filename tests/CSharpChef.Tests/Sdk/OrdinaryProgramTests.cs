using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Sdk;

/// <summary>Recipes as ordinary C# programs, which is how editors see them.</summary>
public sealed class OrdinaryProgramTests : IDisposable
{
    private const string Resource = " : Resource(name) { protected override IEnumerable<ResourceAction> DefaultActions() => []; }";
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public void A_recipe_uses_words_of_the_language_and_of_resources_and_shared_types()
    {
        cookbooks.With("web/cookbook.json", """{ "dependencies": { "base": {}, "tools": { "path": "../other/tools" } } }""")
            .With("base/cookbook.json", "{}")
            .With("other/tools/cookbook.json", "{}")
            .With("base/resources/motd.csx", $"class MotdResource(string name, int width = 80, params string[] lines){Resource.Replace("=> []", "=> [Write]; public ResourceAction Write => Act(_ => [new FileStep($\"/{width}{lines.Length}\")])", StringComparison.Ordinal)}")
            .With("other/tools/resources/tool.cs", $"class ToolResource(string name){Resource}")
            .With("web/resources/own.csx", $"OwnResource Own(string name) => Declare(new OwnResource(name));\nclass OwnResource(string name){Resource}")
            .With("web/lib/deep/site.csx", "#define X\nrecord Site(int Port);\nrecord Version(string Text);")
            .With("web/recipes/more.csx", "string More() => Node.Name;");
        const string Recipe = """
            #:sdk CSharpChef.Sdk@0.1.0
            #:include more.csx
            using System.Net;

            var site = new Site(80);
            var version = new Version(More());
            Package(["a", "b"]);
            Motd(await Query("uname"), width: 3, configure: m => m.IgnoreFailure = true).Notifies(File("/x").Create, Immediately);
            Own(Secret("env:X"));
            Declare(new ToolResource(DataBag("x")["y"].Name));
            Tool($"{site.Port}{version.Text}{IPAddress.Loopback}");
            await Converge();
            await Include("base::other");
            Conf(Node.Hostname);

            void Conf(string host, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => File(host, null, file, line);
            """;
        cookbooks.With("web/recipes/default.cs", Recipe);
        var recipe = cookbooks["web/recipes/default.cs"];

        Assert.Empty(new OrdinaryProgram(recipe, cookbooks["web/recipes/more.csx"]).ErrorsOf(recipe));
        cookbooks.Compile("web");
    }

    [Theory]
    [InlineData("Log(\"x\");\nPakage(\"nginx\");", "recipes/default.cs(2,1): error CS0103")]
    [InlineData("Log(\"x\");\nFile(\"/x\", f => f.Contents = \"\");", "recipes/default.cs(2,19): error CS1061")]
    [InlineData("Log($\"{typeof(FileStep)}\");", "recipes/default.cs(1,15): error CS0246")]
    public void A_mistake_in_a_recipe_is_an_error_at_its_place(string recipe, string expected) =>
        AssertError(cookbooks.With("web/recipes/default.cs", recipe), expected);

    [Theory]
    [InlineData("lib/site.csx", "#:package Acme@1.0.0\nrecord Site(Prt Port);", "lib/site.csx(2,13): error CS0246")]
    [InlineData("resources/own.csx", "using System.Net;\nvoid F() => Pakage();", "resources/own.csx(2,20): error CS0103")]
    public void A_mistake_in_shared_code_is_an_error_at_its_place(string file, string text, string expected) =>
        AssertError(cookbooks.With("web/recipes/default.cs", "Log(\"x\");").With($"web/{file}", text), expected);

    [Fact]
    public void A_word_of_two_classes_is_left_out_and_a_function_replaces_a_word()
    {
        cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""").With("base/cookbook.json", "{}")
            .With("base/resources/a.csx", $"class SameResource(string name){Resource}\nclass OwnResource(string name){Resource}")
            .With("web/resources/a.csx", $"class SameResource(string name){Resource}")
            .With("web/resources/own.csx", "void Own(int number) { }")
            .With("web/recipes/default.cs", "Own(1);")
            .With("web/recipes/other.cs", "Same(\"x\");");
        var program = new OrdinaryProgram(cookbooks["web/recipes/default.cs"]);

        Assert.Empty(program.ErrorsOf(cookbooks["web/recipes/default.cs"]));
        Assert.Contains("other.cs(1,1): error CS0103", Assert.Single(program.ErrorsOf(cookbooks["web/recipes/other.cs"])));
    }

    private void AssertError(CookbookFolder folder, string expected)
    {
        var recipe = folder["web/recipes/default.cs"];
        Assert.StartsWith($"web/{expected}", cookbooks.Below(Assert.Single(new OrdinaryProgram(recipe).ErrorsOf(recipe))));
    }
}

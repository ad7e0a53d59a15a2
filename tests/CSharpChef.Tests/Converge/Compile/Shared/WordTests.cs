using CSharpChef.Converge.Compile.Shared;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile.Shared;

public sealed class WordTests : IDisposable
{
    private const string Defaults = "protected override IEnumerable<ResourceAction> DefaultActions() => [];";
    private readonly CookbookFolder cookbooks = new();

    public WordTests() => cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""")
        .With("base/cookbook.json", "{}");

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("web")]
    [InlineData("base")]
    public async Task A_resource_class_has_a_word_that_declares_it_where_the_recipe_calls_it(string cookbook)
    {
        cookbooks.With($"{cookbook}/resources/motd.csx", Resource("Motd(string text)", "text", "public string Mode { get; set; } = \"0644\";"))
            .With("web/recipes/default.csx", "var one = Motd(\"a\");\n  Motd(\"b\", m => m.Mode = one.Mode + \"!\");");

        var resources = await cookbooks.Evaluate("web");

        Assert.Equal(["motd[a]", "motd[b]"], resources.Select(each => each.ToString()));
        Assert.Equal(
            ["web/recipes/default.csx:1:11", "web/recipes/default.csx:2:3"],
            resources.Select(each => cookbooks.Below(each.DeclaredAt.ToString())));
        Assert.Equal("0644!", ((dynamic)resources[1]).Mode);
    }

    [Fact]
    public async Task A_word_has_the_parameters_of_each_constructor_with_their_defaults()
    {
        cookbooks.With("web/resources/many.csx", $$"""
            enum Size { Small, Large }

            class ManyResource(
                string @class, int? port = null, Size size = Size.Large, decimal factor = 1.5m, string text = "a\"\n", params string[] configure)
                : Resource($"{@class} {port} {size} {factor} {text.Length} {configure.Length}")
            {
                public ManyResource(Dictionary<string, List<int?>> lists) : this($"{lists.Count}", configure: []) { }
                internal ManyResource(long hidden) : this($"{hidden}", configure: []) { }
                {{Defaults}}
            }
            """).With("web/recipes/default.csx", """
            Many("a", configure: []);
            Many("b", 80, Size.Small, 2, "", ["c"]);
            Many(new Dictionary<string, List<int?>>(), m => m.Name += "!");
            """);

        Assert.Equal(
            ["a  Large 1.5 3 0", "b 80 Small 2 0 1", "0  Large 1.5 3 0!"],
            (await cookbooks.Evaluate("web")).Select(each => each.Name));
    }

    [Fact]
    public async Task The_function_that_sets_properties_stands_behind_the_last_given_argument()
    {
        cookbooks.With("web/resources/thing.csx", Resource(
            "Thing(string name, int? port = 80, params string[] tags)", "$\"{name} {port} {tags.Length}\"", "public string Mode { get; set; } = \"\";"))
            .With("web/recipes/default.csx", """
                Thing("a", t => t.Name += "!");
                  Thing("b", 1, t => t.Name += "!");
                Thing("c", 2, ["x", "y"], t => t.Name += "!");
                Thing("d", configure: t => t.Name += "!");
                Thing("e", tags: ["x"]);
                Thing("f", null);
                """);

        var resources = await cookbooks.Evaluate("web");

        Assert.Equal(["a 80 0!", "b 1 0!", "c 2 2!", "d 80 0!", "e 80 1", "f  0"], resources.Select(each => each.Name));
        Assert.Equal("web/recipes/default.csx:2:3", cookbooks.Below($"{resources[1].DeclaredAt}"));
    }

    [Theory]
    [InlineData("Thing(\"a\", 80, \"x\");", "CS1503", "tags is a list: write [\"x\"]")]
    [InlineData("Other(\"a\", t => t.Name = \"\");", "CS1660", "name the parameter: Other(..., set: t => t.Name = \"\")")]
    public void An_argument_at_the_place_of_another_parameter_gets_a_hint(string call, string error, string hint)
    {
        cookbooks.With("web/resources/thing.csx", Resource("Thing(string name, int port = 80, params string[] tags)", "name"))
            .With("web/recipes/default.csx", call + "\nvoid Other(string name, int port = 80, Action<FileResource>? set = null) { }");

        var message = cookbooks.CompileError("web").Message;

        Assert.Contains($": error {error}: ", message, StringComparison.Ordinal);
        Assert.EndsWith($"\n    {hint}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string name", "string name, int port = 3", true)]
    [InlineData("string name, int port = 3", "string name, bool port = false", true)]
    [InlineData("string name, params string[] tags", "string name", true)]
    [InlineData("string name", "int port, string name = \"\"", false)]
    [InlineData("string name", "string name, int port", false)]
    public void Two_constructors_that_one_call_could_mean_are_an_error_at_the_class(
        string one, string other, bool isError)
    {
        cookbooks.With("web/resources/thing.csx", $$"""
            class ThingResource : Resource
            {
                public ThingResource({{one}}) : base("a") { }
                public ThingResource({{other}}) : base("b") { }
                {{Defaults}}
            }
            """).With("web/recipes/default.csx", "Log(\"x\");");

        if (isError)
        {
            Assert.StartsWith(
                "web/resources/thing.csx:1:7: error: a call of the word Thing could mean ThingResource(string",
                cookbooks.Below(cookbooks.CompileError("web").Message),
                StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(cookbooks.Compile("web").Warnings);
        }
    }

    [Fact]
    public void A_class_with_required_properties_gets_a_hint_to_declare_it()
    {
        cookbooks.With("web/resources/req.csx", Resource("Req(string name)", "name", "public required string Other { get; set; }"))
            .With("web/recipes/default.csx", "Req(\"x\");");

        Assert.EndsWith(
            "\n    ReqResource has no word, since it has required properties: write Declare(new ReqResource(...) { Other = ... })",
            cookbooks.CompileError("web").Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generic_resource_class_has_a_generic_word()
    {
        cookbooks.With("web/resources/list.csx", Resource("List<T>(T first) ", "first.Name", constraint: "where T : Resource"))
            .With("web/recipes/default.csx", "List(Log(\"x\"), l => l.Sensitive = true);");

        Assert.Equal(["log[x]", "list[x]"], (await cookbooks.Evaluate("web")).Select(each => each.ToString()));
    }

    [Fact]
    public async Task A_word_leaves_out_the_end_of_the_name_alone()
    {
        cookbooks.With("web/resources/group.csx", Resource("ResourceGroup(string name)", "name"))
            .With("web/recipes/default.csx", "if (true) ResourceGroup(\"x\");");

        var resource = Assert.Single(await cookbooks.Evaluate("web"));

        Assert.Equal("resource_group[x]", resource.ToString());
        Assert.Equal("web/recipes/default.csx:1:11", cookbooks.Below(resource.DeclaredAt.ToString()));
    }

    [Fact]
    public void The_documentation_of_a_class_is_that_of_its_word()
    {
        cookbooks.With("web/resources/a.csx", "/// <summary>A thing.</summary>\n// internal\n[Serializable]\n" + Resource("A(string name)", "name"));

        var word = Assert.Single(new SharedCache(cookbooks.Store, disk: null).Get("web")!.Words);

        Assert.Equal("web/resources/a.csx:4:7", word.Place);
        Assert.StartsWith(
            "/// <summary>A thing.</summary>\nglobal::Cookbooks.web.AResource @A(string name, ", word.Declaration, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abstract class ThingResource(string name) : Resource(name);")]
    [InlineData("class ThingResource;")]
    [InlineData("file class ThingResource(string name) : Resource(name) { DEFAULTS }")]
    [InlineData("class ThingResource : Resource { internal ThingResource(string name) : base(name) { } DEFAULTS }")]
    [InlineData("class ThingResource(string name) : Resource(name) { public required string Other { get; set; } DEFAULTS }")]
    [InlineData("[Obsolete(\"use another\", true)] class ThingResource(string name) : Resource(name) { DEFAULTS }")]
    [InlineData("class ThingResource(ref string name) : Resource(name) { DEFAULTS }")]
    public void A_class_that_a_word_cannot_make_has_no_word(string code)
    {
        cookbooks.With("web/resources/thing.csx", code.Replace("DEFAULTS", Defaults, StringComparison.Ordinal))
            .With("web/recipes/default.csx", "Thing(\"x\");");

        Assert.StartsWith(
            "web/recipes/default.csx:1:1: error CS0103:", cookbooks.Below(cookbooks.CompileError("web").Message));
    }

    [Fact]
    public void An_obsolete_class_gives_recipes_that_do_not_use_it_no_warning()
    {
        cookbooks.With("base/resources/thing.csx", "namespace Acme;\n[Obsolete]\n" + Resource("Thing(string name)", "name"))
            .With("web/recipes/default.csx", "Log(\"x\");");

        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Fact]
    public void A_class_of_lib_has_no_word()
    {
        cookbooks.With("web/lib/thing.csx", Resource("Thing(string name)", "name"))
            .With("web/recipes/default.csx", "Thing(\"x\");");

        Assert.Contains("error CS0103", cookbooks.CompileError("web").Message);
    }

    [Theory]
    [InlineData("LogResource Thing(string name) => Log(name + \" by a function\");\n", "")]
    [InlineData("", "LogResource Thing(string name) => Log(name + \" by a function\");\n")]
    public async Task A_function_of_a_script_replaces_the_word_of_its_name(string inRecipe, string inResources)
    {
        cookbooks.With("base/resources/thing.csx", Resource("Thing(string name)", "name"))
            .With("web/resources/words.csx", inResources)
            .With("web/recipes/default.csx", inRecipe + "Thing(\"x\");");

        Assert.Equal("log[x by a function]", Assert.Single(await cookbooks.Evaluate("web")).ToString());
    }

    [Fact]
    public async Task Two_cookbooks_with_one_word_are_an_error_that_names_both_classes_when_a_recipe_uses_it()
    {
        cookbooks.With("base/resources/thing.csx", "\n" + Resource("Thing(string name)", "name"))
            .With("web/resources/thing.csx", Resource("Thing(string name)", "name"))
            .With("web/recipes/default.csx", "Thing(\"x\");")
            .With("web/recipes/explicit.csx", "Declare(new Cookbooks.@base.ThingResource(\"x\"));");

        Assert.Equal("thing[x]", Assert.Single(await cookbooks.Evaluate("web::explicit")).ToString());
        Assert.Equal(
            """
            web/recipes/default.csx:1:1: error CS0103: The name 'Thing' does not exist in the current context
                Thing is the word of Cookbooks.@base.ThingResource (base/resources/thing.csx:2:7) and of Cookbooks.web.ThingResource (web/resources/thing.csx:1:7): write Declare(new Cookbooks.@base.ThingResource(...)), or give one of them another name
            """,
            cookbooks.Below(cookbooks.CompileError("web").Message));
    }

    [Fact]
    public void A_class_whose_word_is_built_in_is_an_error()
    {
        cookbooks.With("web/resources/file.csx", Resource("File(string name)", "name"))
            .With("web/recipes/default.csx", "");

        Assert.Equal(
            "web/resources/file.csx:1:7: error: FileResource would be the word File, which is built in, in CSharpChef.Recipes.RecipeContext: give the class another name",
            cookbooks.Below(cookbooks.CompileError("web").Message));
    }

    [Fact]
    public void A_word_of_a_cookbook_that_is_not_a_dependency_gets_a_hint_with_the_cookbook()
    {
        cookbooks.With("tools/resources/thing.csx", Resource("Thing(string name)", "name"))
            .With("web/recipes/default.csx", "Thing(\"x\");");

        Assert.EndsWith(
            "\n    Thing is a word of the cookbook tools: add \"tools\" to the dependencies in web/cookbook.json",
            cookbooks.CompileError("web").Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_a_constructor_names_its_line_and_that_of_the_recipe()
    {
        cookbooks.With("base/resources/bad.csx", $$"""
            class BadResource : Resource
            {
                public BadResource(string name) : base(name)
                {
                    throw new InvalidOperationException("no " + name);
                }

                {{Defaults}}
            }
            """).With("web/recipes/default.csx", "\nBad(\"luck\");");

        Assert.Equal(
            """
            base/resources/bad.csx:5:9: web::default failed: InvalidOperationException: no luck
                at .ctor in base/resources/bad.csx:5:9
                at web/recipes/default.csx:2:1
            """,
            cookbooks.Below((await cookbooks.EvaluateError("web")).Message));
    }

    private static string Resource(string head, string name, string members = "", string constraint = "") =>
        $"class {head.Replace("<", "Resource<", StringComparison.Ordinal).Replace(head.Contains('<', StringComparison.Ordinal) ? "\0" : "(", "Resource(", StringComparison.Ordinal)} : Resource({name}) {constraint} {{ {members} {Defaults} }}";
}

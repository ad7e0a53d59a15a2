using CSharpChef.Recipes;
using CSharpChef.Tests.Sdk;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile.Dialect;

public sealed class ScriptFixesTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("#load \"../lib/more.csx\"  \nLog(\"x\");", "#:include ../lib/more.csx  \nLog(\"x\");")]
    [InlineData("string Site => \"x\";\nLog(Site + Site.Length);\nLog($\"{Site}\");", "string Site() => \"x\";\nLog(Site() + Site().Length);\nLog($\"{Site()}\");")]
    [InlineData("public int Port { get { return 1; } }\nLog($\"{Port}\");", "int Port() { return 1; }\nLog($\"{Port()}\");")]
    [InlineData("int Port { get => 1; }\nLog($\"{Port}\");", "int Port() => 1;\nLog($\"{Port()}\");")]
    [InlineData("int Port { get; set; } = 1;\nPort++;\nLog($\"{Port}\");", "int Port = 1;\nPort++;\nLog($\"{Port}\");")]
    [InlineData("string Name { get; set; }\nName = \"x\";\nLog(Name);", "string Name = default!;\nName = \"x\";\nLog(Name);")]
    [InlineData("private static readonly int port = 1;\nLog($\"{port}\");", "int port = 1;\nLog($\"{port}\");")]
    [InlineData("public static int Port() => 1;\nLog($\"{Port()}\");", "static int Port() => 1;\nLog($\"{Port()}\");")]
    [InlineData("static int counter;\nvoid Add() { counter++; }\nAdd();", "int counter = default;\nvoid Add() { counter++; }\nAdd();")]
    [InlineData("string a, b = \"x\";\na = b;", "string a = default!, b = \"x\";\na = b;")]
    [InlineData("#load \"../lib/more.csx\" // why\nLog(\"x\");", "// why\n#:include ../lib/more.csx\nLog(\"x\");")]
    [InlineData("int Port\n{\n    get\n    {\n        // The usual one.\n        return 1;\n    }\n}\nLog($\"{Port}\");", "int Port()\n{\n    // The usual one.\n    return 1;\n}\nLog($\"{Port()}\");")]
    [InlineData("Log(\"x\") // last\n", "Log(\"x\"); // last\n")]
    public void A_construct_of_scripts_becomes_one_of_ordinary_files(string recipe, string expected) =>
        Assert.Equal(expected, Fixed(recipe));

    [Theory]
    [InlineData("record Site(int Port);\n\nLog($\"{new Site(1)}\");\n", "Log($\"{new Site(1)}\");\n\nrecord Site(int Port);\n")]
    [InlineData("record Site(int Port);\nLog($\"{new Site(1)}\");", "Log($\"{new Site(1)}\");\n\nrecord Site(int Port);\n")]
    [InlineData("// The site.\n\nusing System.IO;\n\n/// <summary>One.</summary>\nrecord A;\n\n// Two.\nenum B { C }\n\nLog($\"{B.C}\");\n", "// The site.\n\nusing System.IO;\n\nLog($\"{B.C}\");\n\n/// <summary>One.</summary>\nrecord A;\n\n// Two.\nenum B { C }\n")]
    [InlineData("#:include ../lib/more.csx\nrecord A;\nLog(\"x\");\n", "#:include ../lib/more.csx\nLog(\"x\");\n\nrecord A;\n")]
    [InlineData("// About the recipe.\n\n// About A.\nrecord A;\nLog(\"x\");\n", "// About the recipe.\n\nLog(\"x\");\n\n// About A.\nrecord A;\n")]
    [InlineData("class C { } class D { }\n// Below.\nLog(\"x\");\n", "// Below.\nLog(\"x\");\n\nclass C { }\n\nclass D { }\n")]
    [InlineData("Log(\"x\");\r\nrecord A;\r\n\r\nLog(\"y\");\r\n", "Log(\"x\");\r\n\r\nLog(\"y\");\r\n\r\nrecord A;\r\n")]
    public void Types_move_to_the_end_with_their_comments(string recipe, string expected) =>
        Assert.Equal(expected, Fixed(recipe));

    [Theory]
    [InlineData("#if DEBUG\n#endif\nrecord A;\nLog(\"x\");\n")]
    [InlineData("static string Site => \"x\";\nLog(nameof(Site));\n")]
    [InlineData("static string Site => \"x\";\nLog(A.Text);\nclass A { public static string Text => Site; }\n")]
    [InlineData("int F() => 1;\nint F(int a) => a;\n")]
    [InlineData("int Port\n{\n    // Why.\n    get { return 1; }\n}\nLog($\"{Port}\");\n")]
    [InlineData("int Port { get; /* Why. */ set; } = 1;\nLog($\"{Port}\");\n")]
    [InlineData("static /* Why. */ int port = 1;\nLog($\"{port}\");\n")]
    [InlineData("int Port => 1;\nLog($\"{new { Port }}\");\n")]
    [InlineData("int Port => 1;\n#if MORE\nLog($\"{Port}\");\n#endif\n")]
    [InlineData("Log(\"x\");\n1 + 1")]
    public void What_has_no_sure_form_stays_as_it_is(string recipe)
    {
        Assert.Equal(recipe, Fixed(recipe));
        Assert.Contains("CC0301", Assert.Single(cookbooks.Compile("web").Warnings));
    }

    [Fact]
    public async Task A_fixed_recipe_has_no_such_warning_and_declares_the_same()
    {
        var recipe = """
            #load "../lib/more.csx"
            record Site(string Name);
            public string Folder => "/srv";
            static int count;
            void Count() => count += 2;
            Count();
            File($"{Folder}/{new Site("x").Name}{count}", f => f.Content = Folder)
            """;
        cookbooks.With("web/lib/more.csx", "static class More;").With("web/recipes/default.csx", recipe);
        Assert.Equal(5, cookbooks.Compile("web").Warnings.Count);

        cookbooks.With("web/recipes/default.csx", Fixed(recipe));

        Assert.Empty(cookbooks.Compile("web").Warnings);
        var file = cookbooks["web/recipes/default.csx"];
        Assert.Empty(new OrdinaryProgram(file).ErrorsOf(file));
        Assert.Equal("file[/srv/x2]", Assert.Single(await cookbooks.Evaluate("web")).ToString());
    }

    [Fact]
    public void A_directive_in_shared_code_and_in_an_included_script_becomes_one_of_ordinary_files()
    {
        cookbooks.With("web/lib/a.csx", "class A { }")
            .With("web/lib/b.csx", "#load \"a.csx\"\nclass B : A { }")
            .With("web/lib/c.csx", "#load \"b.csx\"\nvoid C() { }")
            .With("web/recipes/default.csx", "#:include ../lib/c.csx\nC();");

        var texts = cookbooks.Recipes().Fixed(cookbooks.Store.Get("web"));

        Assert.Equal(["lib/b.csx", "lib/c.csx"], texts.Keys.Order());
        Assert.Equal("#:include b.csx\nvoid C() { }", texts["lib/c.csx"]);
    }

    [Fact]
    public void A_recipe_that_does_not_compile_is_an_error() =>
        Assert.Contains(
            "nothing was rewritten, because a recipe has errors",
            Assert.Throws<RecipeException>(() => Fixed("Lgo(\"x\")")).Message);

    private string Fixed(string recipe)
    {
        cookbooks.With("web/lib/more.csx", "static class More;").With("web/recipes/default.csx", recipe);
        return cookbooks.Recipes().Fixed(cookbooks.Store.Get("web")).GetValueOrDefault("recipes/default.csx", recipe);
    }
}

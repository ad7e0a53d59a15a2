using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile.Shared;

public sealed class SharedErrorTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public SharedErrorTests() => cookbooks.With("web/recipes/default.csx", "");

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("class A { }\n  class B { int x = \"\"; }", "2:21: error CS0029:")]
    [InlineData("class A\n{\n    void M( }\n", "3:13: error CS1026:")]
    [InlineData("internal class A : Missing;", "1:20: error CS0246:")]
    [InlineData("[Obsolete] class A : Missing;", "1:22: error CS0246:")]
    [InlineData("class A;\nclass A;", "2:7: error CS0101:")]
    [InlineData("#load \"none.csx\"\nclass A;", "1:1: error CS1504:")]
    [InlineData("// first\n#:include none.csx\nclass A;", "2:1: error CS1504:")]
    [InlineData("#r \"Acme.dll\"\nclass A;", "1:4: error CS0006:")]
    [InlineData("private class A;", "1:15: error CS1527:")]
    [InlineData("#:packge Acme@1.0.0\nclass A;", "1:1: error: #:packge is not a directive of recipes")]
    [InlineData("class A { string M() => Nearly; string Nearby; }", "1:25: error CS0103:")]
    public void An_error_in_a_file_of_lib_has_its_line_and_column_though_no_recipe_loads_it(string code, string error)
    {
        cookbooks.With("web/lib/a.csx", code);

        Assert.StartsWith($"web/lib/a.csx:{error}", Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_of_all_files_are_reported()
    {
        cookbooks.With("web/lib/a.csx", "class A { int x = \"\"; }").With("web/resources/b.csx", "class B : None;");

        Assert.Equal(["web/lib/a.csx:1:19", "web/resources/b.csx:1:11"], Message().Split('\n')
            .Where(line => line.Contains("error", StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf(": error", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("base/lib/o.csx", "class Opt { public int X; }", "new Opt();", "Opt is in base/lib/o.csx: write #:include cookbook:base/lib/o.csx")]
    [InlineData("base/lib/o.csx", "static class Opt { public static int X; }", "Log($\"{Opt.X}\");", "Opt is in base/lib/o.csx: write #:include cookbook:base/lib/o.csx")]
    [InlineData("web/lib/sub/o.csx", "string Opt() => \"\";", "Log(Opt());", "Opt is in web/lib/sub/o.csx: write #:include ../lib/sub/o.csx")]
    [InlineData("web/lib/o.csx", "class Node { public int X; }", "Log(Node.Name);", "Node is the type of web/lib/o.csx here, which hides the word Node: give the type another name")]
    public void A_name_of_lib_gets_a_hint_with_its_file(string file, string code, string recipe, string hint)
    {
        cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""").With("base/cookbook.json", "{}")
            .With(file, code).With("web/recipes/default.csx", recipe);

        Assert.EndsWith($"\n    {hint}", cookbooks.CompileError("web").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string Foo( => \"x\";", "web/lib/script.csx:1:13: error CS")]
    [InlineData("#load \"none.csx\"\nLog(\"x\");", "web/lib/script.csx:1:1: error CS1504:")]
    public void A_script_that_no_recipe_loads_is_parsed(string code, string error)
    {
        cookbooks.With("web/lib/script.csx", code).With("web/lib/good.csx", "string Good() => \"x\";");

        Assert.StartsWith(
            error,
            cookbooks.Below(Assert.Throws<RecipeException>(() => cookbooks.Recipes().CheckShared("web")).Message),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_a_recipe_loads_is_reported_by_the_recipe_alone()
    {
        cookbooks.With("web/lib/script.csx", "string Foo( => \"x\";").With("web/lib/between.csx", "#load \"script.csx\"\nLog(\"x\");")
            .With("web/recipes/default.csx", "#load \"../lib/between.csx\"");

        Assert.Empty(cookbooks.Recipes().CheckShared("web"));
    }

    [Fact]
    public void A_type_in_a_file_with_functions_gets_a_hint_to_move_it()
    {
        cookbooks.With("web/lib/script.csx", "Options Make() => new();\nclass Options;")
            .With("web/lib/types.csx", "class User { public Options? Options; }");

        Assert.EndsWith(
            "\n    web/lib/script.csx declares Options, and it has functions or statements, so each recipe compiles it into itself: move Options to a file that has types only",
            Message(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_in_a_type_gets_a_hint_that_it_belongs_to_recipes()
    {
        cookbooks.With("web/lib/types.csx", "class Site { void Declare() => Package(\"x\"); }");

        Assert.EndsWith(
            "\n    Package is a word of recipes, and this is a type of lib/ or resources/: a resource can call Context.Package",
            Message(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_has_the_name_of_a_word_gets_a_hint_with_its_full_name()
    {
        cookbooks.With("web/lib/user.csx", "class User { public static string Root => \"root\"; }")
            .With("web/recipes/default.csx", "Log(User.Root);\nLog($\"{new User()}\");");

        Assert.Equal(
            """
            web/recipes/default.csx:1:5: error CS0119: 'RecipeContext.User(string, Action<UserResource>?, string, int)' is a method, which is not valid in the given context
                User is a word too: write Cookbooks.web.lib.User for the type
            """,
            cookbooks.Below(cookbooks.CompileError("web").Message));
        cookbooks.With("web/recipes/default.csx", "Log(Cookbooks.web.lib.User.Root);\nLog($\"{new User()}\");");
        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Fact]
    public void Warnings_are_those_of_the_shared_code_and_not_of_the_recipes()
    {
        cookbooks.With("web/lib/a.csx", "#:property A=B\n\nclass A { string? x = null; public int M() => x.Length; }");

        Assert.Empty(cookbooks.Compile("web").Warnings);
        Assert.Equal(
            ["web/lib/a.csx:1:1: note", "web/lib/a.csx:3:47: warning CS8602"],
            cookbooks.Recipes().CheckShared("web").Select(warning => cookbooks.Below(warning))
                .Select(warning => string.Join(':', warning.Split(':')[..4])));
    }

    private string Message()
    {
        var shared = Assert.Throws<RecipeException>(() => cookbooks.Recipes().CheckShared("web")).Message;
        Assert.Equal(shared, cookbooks.CompileError("web").Message);
        return cookbooks.Below(shared);
    }
}

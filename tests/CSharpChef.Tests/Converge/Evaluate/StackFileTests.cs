using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Evaluate;

/// <summary>Files of stacks, from text to what they declare.</summary>
public sealed class StackFileTests : IDisposable
{
    private readonly CookbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Stack(\"shop\", s =>\n{\n    s.Regoin = \"x\";\n});", "wrong.csx:3:7: error CS1061", "did you mean `Region`?")]
    [InlineData("Stak(\"shop\");", "wrong.csx:1:1: error CS0103", "did you mean `Stack`?")]
    [InlineData("#load \"none.csx\"", "wrong.csx:1:7: error CS1504", "a stack can load the files of its folder")]
    [InlineData("Layer(\"web\");", "wrong.csx:1:1: \"web\" does not belong to a stack", "")]
    [InlineData("Stack(\"shop\");\nLayer(\"web\");\nLayer(\"web\");", "wrong.csx:3:1: \"web\" is declared twice; the first declaration is at wrong.csx:2:1", "")]
    [InlineData("Stack(\"shop\");\nthrow new Exception(\"oops\");", "wrong.csx:2:1: the stack's file wrong.csx failed: Exception: oops", "")]
    [InlineData("Stack(\"a\", s => s.Color = $\"{Secret(\"X\")}\");", "wrong.csx:1:17: a secret cannot be put into a plain text", "")]
    [InlineData("#:package Acme@1.0.0", "wrong.csx:1:1: error: a file that declares stacks cannot use NuGet packages", "")]
    [InlineData("var x = 1;", "wrong.csx declares no stack", "")]
    public async Task The_error_of_a_stack_file_names_line_and_column(string text, string expected, string hint)
    {
        var error = await Assert.ThrowsAsync<RecipeException>(() => ReadAsync(text));

        Assert.Contains(expected, folder.Below(error.Message), StringComparison.Ordinal);
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#load \"parts/web.csx\"")]
    [InlineData("#:include parts/web.csx")]
    public async Task A_stack_file_may_load_other_files_and_declare_several_stacks(string load)
    {
        folder.With(
            "parts/web.csx",
            "void Web(int count) { Layer(\"web\"); for (var i = 1; i <= count; i++) { Instance($\"web{i}\", one => one.Layers(\"web\")); } }");

        var stacks = await ReadAsync(
            load + "\nStack(\"a\");\nWeb(2);\nawait Task.Yield();\nStack(\"b\");\nApp(\"shop\");\n");

        Assert.Equal(["a", "b"], stacks.Select(stack => stack.Key));
        Assert.Equal(["web1", "web2"], stacks[0].InstanceList.Select(instance => instance.Key));
        Assert.Equal("shop", Assert.Single(stacks[1].AppList).Key);
    }

    private Task<IReadOnlyList<StackDeclaration>> ReadAsync(string text)
    {
        folder.With("wrong.csx", text);
        return new StackFile(folder["wrong.csx"], DiskCache.Default()).ReadAsync(
            TestContext.Current.CancellationToken);
    }
}

using CSharpChef.Converge.Compile.Shared;

namespace CSharpChef.Tests.Converge.Compile.Shared;

public sealed class SharedFilesTests
{
    [Theory]
    [InlineData("class A;", true)]
    [InlineData("namespace Acme;\nclass A;", true)]
    [InlineData("using System.IO;\nenum A { B }\ndelegate void C();", true)]
    [InlineData("// nothing", true)]
    [InlineData("#!/usr/bin/env csharpchef\nrecord A;", true)]
    [InlineData("class A;\nstring F() => \"\";", false)]
    [InlineData("class A;\nconst int B = 1;", false)]
    [InlineData("class A;\nLog(\"x\");", false)]
    [InlineData("class A;\n;", false)]
    [InlineData("string P => \"\";", false)]
    public void A_script_is_shared_when_it_has_types_only(string text, bool isShared) =>
        Assert.Equal(isShared, Shared(("web/lib/a.csx", text)).Count == 1);

    [Fact]
    public void A_script_is_shared_when_all_that_it_loads_is_shared()
    {
        var shared = Shared(
            ("web/lib/a.csx", "#load \"b.csx\"\nclass A;"),
            ("web/lib/b.csx", "#:include ../lib/c.csx\nclass B;"),
            ("web/lib/c.csx", "#load \"a.csx\"\nclass C;"),
            ("web/lib/d.csx", "#load \"e.csx\"\nclass D;"),
            ("web/lib/e.csx", "#load \"cookbook:base/lib/script.csx\"\nclass E;"),
            ("web/lib/f.csx", "#load \"cookbook:base/lib/types.csx\"\nclass F;"),
            ("web/lib/g.csx", "#load \"recipes/more.csx\"\nclass G;"));

        Assert.Equal(["web/lib/a.csx", "web/lib/b.csx", "web/lib/c.csx", "web/lib/f.csx"], shared);
    }

    private static List<string> Shared(params (string Path, string Text)[] scripts)
    {
        string[] others = ["base/lib/script.csx", "base/lib/types.csx", "web/recipes/more.csx"];
        var files = SharedFiles.Of(
            [.. scripts.Select(script => SharedCompiler.Parsed(script.Path, script.Text))],
            path => path == "base/lib/types.csx",
            path => others.Contains(path) || scripts.Any(script => script.Path == path));
        return [.. files.Select(file => file.Path)];
    }
}

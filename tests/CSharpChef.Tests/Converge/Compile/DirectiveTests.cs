using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile;

public sealed class DirectiveTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("#:include ../lib/more.csx", "web/lib/more.csx")]
    [InlineData("  #:include\tmore.csx", "web/recipes/more.csx")]
    [InlineData("#:include lib/more.csx  ", "web/lib/more.csx")]
    [InlineData("#:include cookbook:base/lib/more.csx", "base/lib/more.csx")]
    public async Task An_include_loads_a_file_by_the_rules_of_load(string directive, string file)
    {
        cookbooks.With("web/recipes/default.csx", $"{directive}\nLog(More());").With(file, "string More() => \"more\";")
            .With("base/recipes/default.csx", "");

        Assert.Equal("more", Assert.Single(await cookbooks.Evaluate("web")).Name);
    }

    [Theory]
    [InlineData("\n#:include ../../more.csx", "2:10: error CS1504", "a recipe can only load files of its cookbook; write \"cookbook:name/folder/file.csx\" for another one's")]
    [InlineData("#:include  nothing.csx", "1:11: error CS1504", "there is no web/recipes/nothing.csx or web/nothing.csx in the cookbooks")]
    [InlineData("\n#:include", "2:1: error: #:include names no file", ": write #:include ../lib/file.csx")]
    [InlineData("\n  #:packages Acme@1.0.0", "2:3: error: #:packages is not a directive of recipes", ": did you mean \"package\"? (they are #:package and #:include)")]
    [InlineData("#:", "1:1: error: #: is not a directive of recipes", "(they are #:package and #:include)")]
    [InlineData("Log(1.ToString());\n#:package Acme@1.0.0", "2:2: error CS9297", "")]
    [InlineData("#r \"other.dll\"", "1:1: error CS", "write #:package ID@VERSION, or #r \"nuget: ID, VERSION\"")]
    [InlineData("using Acme.Tools;", "1:7: error CS0246", "a namespace of a NuGet package needs the package: write #:package ID@VERSION before it, such as #:package Acme.Tools@1.0.0")]
    [InlineData("using System.Nothing;", "1:14: error CS0234", "a namespace of a NuGet package needs the package")]
    public void A_wrong_directive_is_an_error_with_file_line_and_column(string script, string place, string text)
    {
        cookbooks.With("web/recipes/default.csx", script);

        var error = cookbooks.Below(cookbooks.CompileError("web").Message);

        Assert.Contains($"web/recipes/default.csx:{place}", error, StringComparison.Ordinal);
        Assert.Contains(text, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#:sdk Microsoft.NET.Sdk.Web", "sdk")]
    [InlineData("#:sdk CSharpChef.SdkOfOthers@0.1.0", "sdk")]
    [InlineData("#:property PublishAot=false", "property")]
    [InlineData("#:project ../a.csproj", "project")]
    public void A_directive_for_editors_is_a_note(string directive, string name)
    {
        cookbooks.With("web/recipes/default.csx", $"#!/usr/bin/env dotnet\n{directive}\nLog(1.ToString());");

        var note = Assert.Single(cookbooks.Compile("web").Warnings);

        Assert.Equal(
            $"web/recipes/default.csx:2:1: note: #:{name} is for editors and dotnet run: recipes do not use it",
            cookbooks.Below(note));
    }

    [Theory]
    [InlineData("/*\n#:include nothing.csx\n#:nothing\n*/")]
    [InlineData("// #:include nothing.csx")]
    [InlineData("#if NEVER\n#:nothing\n#endif")]
    [InlineData("var text = \"\"\"\n#:include nothing.csx\n\"\"\";")]
    public void Text_that_only_looks_like_a_directive_has_no_effect(string script)
    {
        cookbooks.With("web/recipes/default.csx", $"{script}\nLog(1.ToString());");

        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Fact]
    public void Errors_behind_an_include_keep_their_line_and_column()
    {
        cookbooks.With("web/recipes/default.csx", "#:include more.csx\n#:sdk X\n  Nothing();")
            .With("web/recipes/more.csx", "#!/usr/bin/env dotnet\r\n\r\n   Wrong();");

        var error = cookbooks.Below(cookbooks.CompileError("web").Message);

        Assert.Contains("web/recipes/default.csx:3:3: error CS0103", error, StringComparison.Ordinal);
        Assert.Contains("web/recipes/more.csx:3:4: error CS0103", error, StringComparison.Ordinal);
    }
}

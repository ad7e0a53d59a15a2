using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Cookbooks;

public sealed class DependencyReaderTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public void All_sources_of_dependencies_are_read()
    {
        var read = Read("""
            {
              "byName": "", "near": "../near",
              "main": { "git": "https://example.com/a.git" },
              "fixed": { "git": "git@example.com:a.git", "tag": "v1.2", "folder": "cookbooks/fixed" },
              "pinned": { "git": "../a", "commit": "0123456789ABCDEF0123456789abcdef01234567" },
              "moving": { "git": "../a", "branch": "main", "version": "[1,2)" },
              "tools": { "nuget": "Acme.Tools", "version": "1.2" },
              "other": { "path": "x" }, "least": { "version": ">= 2" }
            }
            """);

        Assert.Equal(new FolderSource(), read["byName"].Source);
        Assert.Equal(new PathSource("../near"), read["near"].Source);
        Assert.Equal(new GitSource("https://example.com/a.git", GitReference.Default, null), read["main"].Source);
        Assert.Equal(
            new GitSource("git@example.com:a.git", new(GitReferenceKind.Tag, "v1.2"), "cookbooks/fixed"),
            read["fixed"].Source);
        Assert.Equal(
            new GitSource("../a", new(GitReferenceKind.Commit, "0123456789abcdef0123456789abcdef01234567"), null),
            read["pinned"].Source);
        Assert.Equal(new GitSource("../a", new(GitReferenceKind.Branch, "main"), null), read["moving"].Source);
        Assert.Equal("[1,2)", read["moving"].Version!.ToString());
        Assert.Equal(new NuGetSource("Acme.Tools"), read["tools"].Source);
        Assert.Equal(new PathSource("x"), read["other"].Source);
        Assert.Equal((new FolderSource(), ">= 2"), (read["least"].Source, read["least"].Version!.ToString()));
    }

    [Theory]
    [InlineData("""{ "b": 1 }""", "1:21: the source of b must be an object such as")]
    [InlineData("""{ "b": { "url": "x" } }""", "1:28: \"url\" is not a key of a dependency")]
    [InlineData("""{ "b": { "git": "" } }""", "1:28: \"git\" must be a text that is not empty, and is \"\"")]
    [InlineData("""{ "b": { "git": "x", "path": "y" } }""", "\"git\" and \"path\" of b contradict each other: keep one of them")]
    [InlineData("""{ "b": { "git": "x", "tag": "y", "branch": "z" } }""", "\"branch\" and \"tag\" of b contradict each other")]
    [InlineData("""{ "b": { "path": "x", "tag": "y" } }""", "\"tag\" is a key of Git repositories: name one with \"git\"")]
    [InlineData("""{ "b": { "git": "x", "commit": "abc" } }""", "\"abc\" is not the id of a commit: write its 40 digits")]
    [InlineData("""{ "b": { "nuget": "x", "version": "1.*" } }""", "\"1.*\" is not a range of versions")]
    [InlineData("""{ "b": { "git": "https://u:p@git.example.com/x" } }""", "the URL has a password or token in it: remove it, and give a token in CSHARPCHEF_GIT_TOKEN_GIT_EXAMPLE_COM")]
    [InlineData("""{ "b": { "git": "https://u:p@h:99999/x" } }""", "the URL has a password or token in it")]
    [InlineData("""{ "b": { "git": "htps://example.com/x" } }""", "the URL has the scheme htps, which git is not used with")]
    [InlineData("""{ "b": { "nuget": "../x y" } }""", "\"../x y\" is not the id of a package")]
    [InlineData("""{ "b": { "git": "x\u0000y" } }""", "1:28: \"git\" has a control character in it: \"x\\u0000y\"")]
    [InlineData("""{ "b": "x\u0000y" }""", "1:21: \"path\" has a control character in it")]
    [InlineData("""{ "b": { "git": "\ud800" } }""", "1:35: this text is not made of whole Unicode characters")]
    [InlineData("""{ "b": { "nuget": "x", "version": "\u001b[31m" } }""", "\"version\" has a control character in it")]
    [InlineData("""["a", "a"]""", "\"a\" is twice in the list: keep one of them")]
    [InlineData("""{ "../b": "" }""", "\"../b\" cannot be the name of a cookbook")]
    public void A_mistake_in_a_dependency_is_named_with_its_place(string dependencies, string expected)
    {
        var error = Assert.Throws<RecipeException>(() => Read(dependencies));

        Assert.StartsWith("web/cookbook.json:1:", cookbooks.Below(error.Message), StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private IReadOnlyDictionary<string, CookbookDependency> Read(string dependencies) => cookbooks
        .With("web/cookbook.json", $$"""{ "dependencies": {{dependencies}} }""").Store.Get("web").Manifest.Dependencies;
}

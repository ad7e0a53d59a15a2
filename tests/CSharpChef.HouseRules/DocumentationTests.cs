using System.Reflection;
using System.Xml.Linq;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>
/// Every public type and member has a doc comment, and the examples in doc comments compile and plan.
/// </summary>
public sealed class DocumentationTests : IClassFixture<DocumentationTests.Examples>
{
    private readonly Examples examples;

    public DocumentationTests(Examples examples) => this.examples = examples;

    public static TheoryData<string> Words => [.. WordsOf().Select(word => word.Name).Distinct()];

    [Theory]
    [InlineData("Recipes")]
    [InlineData("Testing")]
    public void Every_public_type_and_member_is_documented(string project) => Findings.AssertNone(
        from file in SourceTree.In(project)
        from member in file.Nodes<MemberDeclarationSyntax>()
        where IsPublic(member) && !IsDocumented(member)
        select $"{file.Path}:{SourceFile.LineOf(member)} {member.ToString().Split('\n')[0]}");

    [Theory, MemberData(nameof(Words))]
    public async Task The_example_of_a_word_compiles_and_plans(string word)
    {
        var found = examples.Of(word);

        Assert.NotEmpty(found);
        foreach (var recipe in found)
        {
            var node = FakeNode.Debian12().HasDirectory("/usr/src/app").HasDirectory("/srv/www").HasUser("ann").HasUser("bob")
                .HasService("app").OnAnyCommand().Returns(0);
            var planned = await examples.Cookbooks.Plan(recipe, node, TestContext.Current.CancellationToken);
            Assert.NotEmpty(planned.Resources);
        }
    }

    internal static IEnumerable<MethodInfo> WordsOf() => typeof(RecipeContext).GetMethods()
        .Where(method => method.ReturnType.IsSubclassOf(typeof(Resource)) && !method.IsGenericMethod);

    private static bool IsPublic(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax => false,
        EnumMemberDeclarationSyntax => IsPublic((MemberDeclarationSyntax)member.Parent!),
        _ => Says(member, SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword)
            && !Says(member, SyntaxKind.PrivateKeyword)
            && IsSeen(member),
    };

    private static bool IsSeen(MemberDeclarationSyntax member) =>
        member.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(type => Says(type, SyntaxKind.PublicKeyword))
        && !(member is TypeDeclarationSyntax && Says(member, SyntaxKind.PartialKeyword));

    private static bool Says(MemberDeclarationSyntax member, params SyntaxKind[] words) =>
        words.Any(word => member.Modifiers.Any(word));

    private static bool IsDocumented(MemberDeclarationSyntax member)
    {
        var comment = string.Concat(member.GetLeadingTrivia().Select(trivia => trivia.ToFullString()));
        return comment.Contains("<summary>", StringComparison.Ordinal)
            || comment.Contains("<inheritdoc", StringComparison.Ordinal);
    }

    /// <summary>A cookbook in which each example is a recipe.</summary>
    public sealed class Examples : IDisposable
    {
        private readonly CookbookFolder folder = new();
        private readonly ILookup<string, string> recipes;

        public Examples()
        {
            var documents = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "CSharpChef.Recipes.xml"));
            recipes = documents.Descendants("member")
                .Select(member => (
                    Word: WordOf(member.Attribute("name")!.Value),
                    Code: member.Element("example")?.Element("code")?.Value))
                .Where(pair => pair.Word is not null && pair.Code is not null)
                .Select((pair, index) => (Word: pair.Word!, Recipe: Write($"example{index}", pair.Code!)))
                .ToLookup(pair => pair.Word, pair => pair.Recipe);
            folder.With("words/templates/app.conf", "port {{ port }}\n").With("words/files/backup.sh", "#!/bin/sh\n");
            Cookbooks = new ChefTest(folder.Root);
        }

        public ChefTest Cookbooks { get; }

        public IReadOnlyList<string> Of(string word) => [.. recipes[word]];

        public void Dispose() => folder.Dispose();

        private string Write(string name, string code)
        {
            folder.With($"words/recipes/{name}.csx", code);
            return $"words::{name}";
        }

        private static string? WordOf(string id) =>
            id.StartsWith("M:CSharpChef.Recipes.RecipeContext.", StringComparison.Ordinal)
            ? id["M:CSharpChef.Recipes.RecipeContext.".Length..].Split('(')[0]
            : null;
    }
}

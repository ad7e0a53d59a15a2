using System.Reflection;
using System.Runtime.CompilerServices;
using CSharpChef.Converge.Compile;
using CSharpChef.Recipes;
using CSharpChef.Sdk.Sources;
using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Tests.Sdk;

/// <summary>The words of the recipe language as an ordinary C# program has them.</summary>
public sealed class LanguageWordsTests
{
    private static readonly CSharpCompilation Language =
        CSharpCompilation.Create("language", references: RecipeCompiler.References.All);

    [Fact]
    public void The_words_equal_the_reviewed_snapshot() => Snapshot.Match(
        Path.Combine(Path.GetDirectoryName(ThisFile())!, "words.verified.txt"),
        string.Join('\n', LanguageWords.In(Language)) + "\n");

    [Fact]
    public void Every_public_member_of_the_context_of_recipes_is_a_word()
    {
        const BindingFlags Public =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = typeof(RecipeContext).GetMembers(Public)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name);

        Assert.Equal(members.Order(), LanguageWords.MembersOf(Language).Select(member => member.Name).Order());
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

using CSharpChef.Converge.Cookbooks;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Sdk;

public sealed class RepositoryRecipesTests
{
    private static readonly string[] Folders = ["cookbooks", "templates", "tests"];

    [Fact, WholeSuite]
    public void Every_recipe_of_the_repository_compiles_as_an_ordinary_program()
    {
        var recipes = Folders
            .SelectMany(folder => Directory.EnumerateFiles(SourceTree.PathOf(folder), "*", SearchOption.AllDirectories))
            .Where(ScriptFile.Is)
            .Where(file => Directory.GetParent(file)!.Name == "recipes")
            .Where(file => !Path.GetRelativePath(SourceTree.Root, file).Split('/').Any(part => part is "bin" or "obj"))
            .GroupBy(file => Path.GetDirectoryName(file)!)
            .ToList();

        Assert.True(recipes.Count > 10);
        Findings.AssertNone(recipes.SelectMany(cookbook =>
        {
            var program = new OrdinaryProgram(cookbook.First());
            return cookbook.SelectMany(program.ErrorsOf);
        }));
    }
}

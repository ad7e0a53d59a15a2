namespace CSharpChef.Recipes;

/// <summary>What stands behind the words: the evaluator of a run.</summary>
internal interface IRecipeHost
{
    Node Node { get; }

    void Declare(Resource resource);

    Task Include(RecipeContext from, string recipe);

    Task Converge();

    Task<string> Query(string command);

    string Secret(string name);

    FileContent CookbookFile(string cookbook, string folder, string source);

    FileContent RenderTemplate(string cookbook, string source, object? variables, bool sensitive);
}

using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

/// <summary>The evaluator behind the words of a recipe.</summary>
internal interface IRecipeHost
{
    Node Node { get; }

    /// <summary>
    /// The machines that a recipe can look up, in the order of their names. They are found at the first use.
    /// </summary>
    IReadOnlyList<Node> Nodes { get; }

    /// <summary>The position of a word that declares a resource, as the compiler names its file and line.</summary>
    SourceLocation Locate(string file, int line, string word);

    void Declare(Resource resource);

    Task Include(RecipeContext from, string recipe);

    Task Converge();

    Task<string> Query(string command, SourceLocation at);

    string Secret(string name);

    /// <summary>The names of the items of a data bag.</summary>
    IReadOnlyList<string> DataBagItems(string bag);

    DataBagItem DataBagItem(string bag, string item);

    void Publish(string name, string value);

    FileContent CookbookFile(string cookbook, string folder, string source);

    FileContent RenderTemplate(string cookbook, string source, object? variables, bool sensitive);
}

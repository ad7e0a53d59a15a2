using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Evaluate.BuiltIn;

/// <summary>
/// A recipe that is a method of this program. It declares resources, as recipes of cookbooks do, and neither asks the
/// node nor reads files of a cookbook.
/// </summary>
internal sealed class BuiltInRecipe : IRecipeHost
{
    private readonly List<Resource> declared = [];
    private readonly SourceLocation location;

    private BuiltInRecipe(Node node, string name) => (Node, location) = (node, new(name, 1));

    public Node Node { get; }

    public IReadOnlyList<Node> Nodes => [Node];

    /// <param name="name">The name in run lists, such as <c>csharpchef::setup</c>.</param>
    /// <param name="node">The node.</param>
    /// <param name="recipe">Declares the resources.</param>
    public static ResourceCollection Run(string name, Node node, Action<RecipeContext> recipe)
    {
        var host = new BuiltInRecipe(node, name);
        recipe(new RecipeContext(name.Split("::")[0], name, host));
        return new(host.declared, new SecretTexts()) { Recipes = [name] };
    }

    public SourceLocation Locate(string file, int line, string word) => location;

    public void Declare(Resource resource)
    {
        resource.Occurrence = 1 + declared.Count(other => other.Type == resource.Type && other.Name == resource.Name);
        declared.Add(resource);
    }

    public Task Include(RecipeContext from, string recipe) => throw Unsupported(nameof(Include));

    public Task Converge() => throw Unsupported(nameof(Converge));

    public Task<string> Query(string command, SourceLocation at) => throw Unsupported(nameof(Query));

    public string Secret(string name) => throw Unsupported(nameof(Secret));

    public IReadOnlyList<string> DataBagItems(string bag) => throw Unsupported(nameof(DataBagItems));

    public DataBagItem DataBagItem(string bag, string item) => throw Unsupported(nameof(DataBagItem));

    public void Publish(string name, string value) => throw Unsupported(nameof(Publish));

    public FileContent CookbookFile(string cookbook, string folder, string source) =>
        throw Unsupported(nameof(CookbookFile));

    public FileContent RenderTemplate(string cookbook, string source, object? variables, bool sensitive) =>
        throw Unsupported(nameof(RenderTemplate));

    private static NotSupportedException Unsupported(string word) =>
        new($"a recipe that is a part of the program cannot call {word}");
}

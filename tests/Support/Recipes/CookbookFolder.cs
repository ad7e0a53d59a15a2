using CSharpChef.Converge.Attributes;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>Cookbooks in a temporary folder.</summary>
internal sealed class CookbookFolder : IDisposable
{
    public string Root { get; } = TemporaryFolder.Create("cookbooks-");

    public CookbookStore Store => new([Root]);

    public string this[string path] => Path.Combine(Root, path);

    public CookbookFolder With(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this;
    }

    /// <summary>A text with positions below this folder instead of full ones.</summary>
    public string Below(string text) => text.Replace($"{Root}/", "", StringComparison.Ordinal);

    public RecipeLibrary Recipes(DiskCache? disk = null) => new(Store, disk);

    public CompiledRecipe Compile(string recipe) => Recipes().Get(RunListItem.Parse(recipe));

    public RecipeException CompileError(string recipe) => Assert.Throws<RecipeException>(() => Compile(recipe));

    public Evaluation Start(
        string runList,
        EvaluationOptions? options = null,
        string attributes = "{}",
        params (string Key, string Value)[] facts)
    {
        var recipes = Recipes(DiskCache.Default());
        var items = runList.Split(' ').Select(RunListItem.Parse).ToList();
        var attributeLevel = new JsonSource(System.Text.Encoding.UTF8.GetBytes(attributes), "web1.json").Level();
        var node = new Node(
            "web1",
            new Facts(facts.ToDictionary(fact => fact.Key, fact => fact.Value)),
            AttributeLevels.Of(items, recipes.Cookbooks, [attributeLevel]));
        return Evaluation.Start(items, recipes, node, options ?? new EvaluationOptions());
    }

    /// <summary>The secrets of this machine, and the data bags in the folder <c>data_bags</c> of this one.</summary>
    /// <param name="variable">Reads an environment variable. Default: none is set.</param>
    public ControllerAnswers Answers(Func<string, string?>? variable = null) => ControllerAnswers.OfThisMachine(
        variable ?? (_ => null), new DataBagFolders([this["data_bags"]], new KeyRing(new KeyFile(this["keys"]))));

    /// <summary>Evaluates recipes without a barrier.</summary>
    public async Task<IReadOnlyList<Resource>> Evaluate(
        string runList, string attributes = "{}", params (string Key, string Value)[] facts)
    {
        await using var evaluation = Start(runList, null, attributes, facts);
        var pause = await Answers().NextAsync(evaluation, CancellationToken.None);
        return Assert.IsType<Pause.Finished>(pause).Resources.Resources;
    }

    public Task<RecipeException> EvaluateError(string runList, string attributes = "{}") =>
        Assert.ThrowsAsync<RecipeException>(() => Evaluate(runList, attributes));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

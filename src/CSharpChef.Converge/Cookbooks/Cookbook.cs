using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Versions;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>One cookbook: a folder of recipes, attributes, files and templates. A run reads each file once.</summary>
internal sealed class Cookbook
{
    public const string ManifestFile = "cookbook.json";
    private const string AttributesFile = "attributes/default.json";
    private readonly Lazy<IReadOnlyDictionary<string, string>> recipes;
    private readonly Lazy<IReadOnlyList<string>> resources;
    private readonly Lazy<IReadOnlyList<string>> sharedScripts;
    private readonly Lazy<AttributeLevel?> attributes;
    private readonly Lazy<CookbookLock?> pins;

    /// <param name="name">The name of the cookbook.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="opened">The texts that stand for files.</param>
    public Cookbook(string name, string folder, OpenedFiles? opened = null)
    {
        Name = name;
        Files = new CookbookFiles(name, folder, opened);
        Manifest = Files.Read(ManifestFile) is { } json
            ? CookbookManifest.Parse(json, Files.PathOf(ManifestFile))
            : new CookbookManifest();
        recipes = new(ReadRecipes);
        resources = new(() => [.. Files.In("resources").Where(file => ScriptFile.RecipeOf(file) is not null)
            .Select(file => $"resources/{file}")]);
        sharedScripts = new(() => [.. Files.Below("lib").Where(ScriptFile.Is), .. Resources]);
        attributes = new(() => Files.Read(AttributesFile) is { } json
            ? new JsonSource(json, Files.PathOf(AttributesFile)).Level()
            : null);
        pins = new(() => Files.Read(CookbookLock.FileName) is { } json
            ? CookbookLock.Parse(json, Files.PathOf(CookbookLock.FileName))
            : null);
    }

    public string Name { get; }

    public CookbookManifest Manifest { get; }

    public CookbookFiles Files { get; }

    /// <summary>The lock file beside the manifest; null when there is none.</summary>
    public CookbookLock? Lock => pins.Value;

    /// <summary>The names of the recipes, sorted.</summary>
    /// <exception cref="RecipeException">A recipe has two files.</exception>
    public IReadOnlyList<string> Recipes => [.. recipes.Value.Keys];

    /// <summary>The scripts that are in scope of every recipe: paths below the cookbook's folder, sorted.</summary>
    public IReadOnlyList<string> Resources => resources.Value;

    /// <summary>
    /// The scripts whose types all recipes of a run share: those below <c>lib</c>, and the resources.
    /// </summary>
    public IReadOnlyList<string> SharedScripts => sharedScripts.Value;

    /// <summary>The attributes of this cookbook; null when it has no attributes file.</summary>
    public AttributeLevel? Attributes => attributes.Value;

    /// <summary>The script of a recipe: its path below the cookbook's folder.</summary>
    public string ScriptOf(string recipe)
    {
        if (Recipes.Count == 0)
        {
            throw new RecipeException($"cookbook \"{Name}\" has no recipes: {(IsFetched
                ? "it has only what other cookbooks use"
                : $"write the first one to {Files.Folder}/recipes/default{ScriptFile.Ending}")}");
        }

        return recipes.Value.TryGetValue(recipe, out var script) ? script : throw new RecipeException(
            $"cookbook \"{Name}\" has no recipe \"{recipe}\"{Nearest.Question(recipe, Recipes)}"
            + $" (it has {string.Join(", ", Recipes)}, in {Files.Folder}/recipes)");
    }

    /// <summary>The path, line and column of the value at a dotted path of the manifest.</summary>
    public string PlaceInManifest(string path) =>
        new JsonSource(Files.Read(ManifestFile)!, Files.PathOf(ManifestFile)).PlaceOf(path);

    /// <summary>The version in the manifest.</summary>
    /// <exception cref="RecipeException">There is none.</exception>
    public SemanticVersion RequireVersion() => Manifest.Version ?? throw new RecipeException(
        $"{Files.PathOf(ManifestFile)}: the cookbook has no version: give it one, such as \"version\": \"1.0.0\"");

    private bool IsFetched => RealPath.IsBelow(CacheFiles.UserFolder(""), Files.Folder);

    private SortedList<string, string> ReadRecipes()
    {
        var scripts = new SortedList<string, string>(StringComparer.Ordinal);
        foreach (var file in Files.In("recipes"))
        {
            if (ScriptFile.RecipeOf(file) is { } recipe && !scripts.TryAdd(recipe, $"recipes/{file}"))
            {
                throw new RecipeException(
                    $"the recipe {new RunListItem(Name, recipe)} has two files, {Files.PathOf(scripts[recipe])} and {Files.PathOf($"recipes/{file}")}: delete or rename one of them");
            }
        }

        return scripts;
    }
}

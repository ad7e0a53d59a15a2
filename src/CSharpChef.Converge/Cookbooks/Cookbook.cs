using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Versions;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>One cookbook: a folder of recipes, attributes, files and templates. A run reads each file once.</summary>
internal sealed class Cookbook
{
    private const string ManifestFile = "cookbook.json";
    private const string AttributesFile = "attributes/default.json";
    private readonly Lazy<IReadOnlyList<string>> recipes;
    private readonly Lazy<IReadOnlyList<string>> resources;
    private readonly Lazy<IReadOnlyList<string>> sharedScripts;
    private readonly Lazy<AttributeLevel?> attributes;
    private readonly Lazy<CookbookLock?> pins;

    public Cookbook(string name, string folder)
    {
        Name = name;
        Files = new CookbookFiles(name, folder);
        Manifest = Files.Read(ManifestFile) is { } json
            ? CookbookManifest.Parse(json, Files.PathOf(ManifestFile))
            : new CookbookManifest();
        recipes = new(() => [.. Files.In("recipes").Where(IsScript).Select(file => file[..^".csx".Length])]);
        resources = new(() => [.. Files.In("resources").Where(IsScript).Select(file => $"resources/{file}")]);
        sharedScripts = new(() =>
        [
            .. Files.Below("lib").Where(file => file.EndsWith(".csx", StringComparison.Ordinal)),
            .. Resources,
        ]);
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
    public IReadOnlyList<string> Recipes => recipes.Value;

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
                : $"write the first one to {Files.Folder}/recipes/default.csx")}");
        }

        return Recipes.Contains(recipe) ? $"recipes/{recipe}.csx" : throw new RecipeException(
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

    private static bool IsScript(string file) =>
        file.EndsWith(".csx", StringComparison.Ordinal) && RunListItem.IsName(file[..^".csx".Length]);
}

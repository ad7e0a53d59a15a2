namespace CSharpChef.Converge.Compile.Shared;

/// <summary>The shared code that the scripts of a cookbook can use: its own, and that of its dependencies.</summary>
/// <param name="cookbook">The cookbook.</param>
/// <param name="key">Changes with the content of that code.</param>
/// <param name="codes">Compiles that code; dependencies come first.</param>
internal sealed class SharedScope(string cookbook, string key, Func<IReadOnlyList<SharedCode>> codes)
{
    private readonly Lazy<IReadOnlyList<SharedCode>> all = new(codes);

    public static SharedScope None { get; } = new("", "", () => []);

    public string Key { get; } = key;

    /// <exception cref="RecipeException">The shared code of a cookbook does not compile.</exception>
    public IReadOnlyList<SharedCode> All => all.Value;

    /// <summary>The ids of the NuGet packages that its types may show.</summary>
    public IEnumerable<string> Packages => All.SelectMany(code => code.Packages);

    /// <summary>Whether the types of a script are in shared code, and not in the recipe that loads it.</summary>
    public bool Has(string path) => All.Any(code => code.Files.Contains(path));

    /// <summary>
    /// The namespaces whose types are in scope: those of resources, of the own <c>lib/</c>, and of the <c>lib/</c> of
    /// the other cookbooks from which a script is loaded.
    /// </summary>
    /// <param name="loaded">The logical paths of the scripts that are loaded.</param>
    public IEnumerable<string> NamespacesWith(IEnumerable<string> loaded)
    {
        var wanted = loaded.Select(SharedNames.NamespaceOf).Append(SharedNames.OfLibrary(cookbook)).ToHashSet();
        return All.SelectMany(code => code.Namespaces
            .Where(name => name == SharedNames.OfResources(code.Cookbook) || wanted.Contains(name)));
    }

    /// <summary>The words that can be called.</summary>
    /// <param name="declared">The names of what scripts declare, which replaces the word.</param>
    public IEnumerable<SharedWord> WordsWithout(IReadOnlySet<string> declared) => Words()
        .Where(words => !declared.Contains(words.Key))
        .Where(words => words.DistinctBy(word => word.Type).Count() == 1)
        .SelectMany(words => words);

    /// <summary>The classes that have the same word, when there is more than one of them.</summary>
    public IReadOnlyList<SharedWord> ClassesOf(string word) =>
        Words().FirstOrDefault(words => words.Key == word)?.DistinctBy(each => each.Type).ToList()
            is [_, _, ..] classes ? classes : [];

    private IEnumerable<IGrouping<string, SharedWord>> Words() =>
        All.SelectMany(code => code.Words).GroupBy(word => word.Name);
}

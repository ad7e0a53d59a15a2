using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Compile.Shared;

/// <summary>
/// The scripts of a cookbook that neither its recipes nor its shared code have, so that no compilation checks them.
/// </summary>
/// <param name="cookbook">The cookbook.</param>
/// <param name="read">Reads a script by its logical path.</param>
internal sealed class UnloadedScripts(Cookbook cookbook, ScriptReader read)
{
    /// <summary>Their errors of syntax, one a line.</summary>
    /// <param name="shared">The logical paths of the files of the shared code.</param>
    public IReadOnlyList<string> Mistakes(IReadOnlyList<string> shared)
    {
        var others = cookbook.SharedScripts.Select(cookbook.Files.LogicalPath).Except(shared).ToList();
        if (others.Count == 0)
        {
            return [];
        }

        var recipes = cookbook.Recipes.Select(cookbook.ScriptOf).ToList();
        var loaded = LoadedFrom(
            recipes.Concat(recipes.Count == 0 ? [] : cookbook.Resources).Select(cookbook.Files.LogicalPath));
        return [.. others.Where(path => !loaded.Contains(path)).Select(Parsed)
            .SelectMany(file => file.Mistakes.Concat(SharedFiles.MissingLoads(file, Exists)))];
    }

    private HashSet<string> LoadedFrom(IEnumerable<string> scripts)
    {
        var found = new HashSet<string>(scripts, StringComparer.Ordinal);
        for (var next = new Queue<string>(found); next.TryDequeue(out var path);)
        {
            SharedFiles.Targets(Parsed(path), Exists).Where(found.Add).ToList().ForEach(next.Enqueue);
        }

        return found;
    }

    private SharedFile Parsed(string path) => SharedCompiler.Parsed(path, DirectiveText.Decode(read(path)!));

    private bool Exists(string path) => read(path) is not null;
}

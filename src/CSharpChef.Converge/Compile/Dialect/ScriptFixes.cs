using System.Text;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile.Dialect;

/// <summary>
/// Rewrites the scripts of cookbooks so that they are ordinary C# files, as far as it can be done surely. It uses
/// Roslyn.
/// </summary>
internal sealed class ScriptFixes(CookbookStore cookbooks, SharedCache shared)
{
    /// <summary>The new texts of the scripts of a cookbook that change, by their logical paths.</summary>
    /// <exception cref="RecipeException">A recipe does not compile, before or after the changes.</exception>
    public IReadOnlyDictionary<string, string> Of(Cookbook cookbook)
    {
        var changes = ChangesOf(cookbook)
            .Where(change => change.Path.StartsWith($"{cookbook.Name}/", StringComparison.Ordinal))
            .Concat(OfShared(cookbook));
        var texts = changes.Distinct().GroupBy(change => change.Path).ToDictionary(
            file => file.Key, file => ScriptChange.Apply(DirectiveText.Decode(Read(file.Key)!), file));
        RequireToCompile(cookbook, texts);
        return texts;
    }

    private List<ScriptChange> ChangesOf(Cookbook cookbook)
    {
        try
        {
            return [.. cookbook.Recipes.SelectMany(recipe => Compiler(cookbook, recipe, Read).Fixes())];
        }
        catch (RecipeException e)
        {
            throw new RecipeException(
                $"{ShownPath.Of(cookbook.Files.Folder)}: error: nothing was rewritten, because a recipe has errors", e);
        }
    }

    private IEnumerable<ScriptChange> OfShared(Cookbook cookbook) =>
        from path in cookbook.SharedScripts.Select(cookbook.Files.LogicalPath)
        let tree = CSharpSyntaxTree.ParseText(DirectiveText.Decode(Read(path)!), RecipeCompiler.Parsing, path)
        from change in DirectiveFix.Changes(tree)
        select change;

    private void RequireToCompile(Cookbook cookbook, Dictionary<string, string> texts)
    {
        try
        {
            foreach (var recipe in cookbook.Recipes.Where(_ => texts.Count > 0))
            {
                Compiler(cookbook, recipe, path => texts.TryGetValue(path, out var text)
                    ? Encoding.UTF8.GetBytes(text)
                    : Read(path)).Compile();
            }
        }
        catch (RecipeException e)
        {
            throw new RecipeException(
                $"{ShownPath.Of(cookbook.Files.Folder)}: error: nothing was rewritten, because the changed files would have errors: change what CC0301 names by hand. With the lines of the changed files:\n{e.Message}",
                e);
        }
    }

    private RecipeCompiler Compiler(Cookbook cookbook, string recipe, ScriptReader read) =>
        new(RecipeEntry.Of(new RunListItem(cookbook.Name, recipe), cookbooks, shared), read);

    private byte[]? Read(string path) => LoadPath.Read(path, cookbooks);
}

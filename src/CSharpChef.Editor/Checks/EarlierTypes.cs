using System.Collections.Concurrent;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Editor.Cookbooks;
using CSharpChef.Editor.Texts;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Checks;

/// <summary>
/// Keeps what shared code was before an edit that is half done. A word that is being typed between types makes a script
/// of functions and statements of their file, and recipes would lose all its types.
/// </summary>
internal sealed class EarlierTypes
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>
    /// The texts with earlier ones in place of those that are half done, and the errors of syntax of the latter.
    /// </summary>
    public (EditorState State, IReadOnlyList<PlacedFinding> Findings) In(CookbookSnapshot snapshot)
    {
        var state = snapshot.State;
        var findings = new List<PlacedFinding>();
        foreach (var (cookbook, file) in snapshot.Store.WithDependencies([snapshot.Cookbook.Name])
            .SelectMany(cookbook => cookbook.SharedScripts.Select(file => (cookbook, file))))
        {
            var path = Path.Combine(cookbook.Files.Folder, file);
            if (state.Texts.GetValueOrDefault(path) is { } open
                && Mistakes(path, cookbook.Files.LogicalPath(file), open) is { Count: > 0 } mistakes)
            {
                findings.AddRange(mistakes.Select(each => new PlacedFinding(path, each)));
                var earlier = open with { Text = SourceText.From(known[path], System.Text.Encoding.UTF8) };
                state = state.With(earlier);
            }
        }

        return (state, findings);
    }

    // Those of a text that has to be replaced.
    private IReadOnlyList<ScriptFinding> Mistakes(string path, string logical, OpenText open)
    {
        var text = open.Text.ToString();
        var file = SharedCompiler.Parsed(logical, text);
        if (file.Mistakes.Count == 0)
        {
            Keep(path, file.HasTypesOnly, text);
            return [];
        }

        if (!file.HasTypesOnly && !known.ContainsKey(path) && File.Exists(path))
        {
            var saved = DirectiveText.Decode(File.ReadAllBytes(path));
            Keep(path, SharedCompiler.Parsed(logical, saved) is { HasTypesOnly: true, Mistakes.Count: 0 }, saved);
        }

        return file.HasTypesOnly || !known.ContainsKey(path) ? [] : [.. file.Mistakes.SelectMany(ScriptFinding.Parse)];
    }

    private void Keep(string path, bool hasTypesOnly, string text)
    {
        if (hasTypesOnly)
        {
            known[path] = text;
        }
        else
        {
            known.TryRemove(path, out _);
        }
    }
}

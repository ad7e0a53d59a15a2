using System.Text.Json.Nodes;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Templates;
using CSharpChef.Editor.Cookbooks;
using CSharpChef.Editor.Protocol;

namespace CSharpChef.Editor.Answers.Strings;

/// <summary>What strings of scripts can name in a cookbook, and where it is.</summary>
/// <param name="snapshot">The cookbook.</param>
internal sealed class NamedFiles(CookbookSnapshot snapshot)
{
    private const string Liquid = ".liquid";

    private Cookbook Cookbook => snapshot.Cookbook;

    private IReadOnlyList<Cookbook> InScope => snapshot.Store.WithDependencies([Cookbook.Name]);

    /// <summary>All names of a kind, sorted.</summary>
    public IReadOnlyList<string> Names(TextUse use) => [.. (use switch
    {
        TextUse.Template => Below(TemplateSource.Folder)
            .Select(name => name.EndsWith(Liquid, StringComparison.Ordinal) ? name[..^Liquid.Length] : name),
        TextUse.File => Below("files"),
        TextUse.Recipe => InScope.SelectMany(cookbook => cookbook.Recipes
            .Select(recipe => recipe == "default" ? cookbook.Name : $"{cookbook.Name}::{recipe}")),
        _ => InScope.SelectMany(cookbook => cookbook.Attributes is { } level ? Paths("", level.Values) : []),
    }).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The scripts of <c>lib/</c> as a script includes them: its own cookbook's, then those of others.
    /// </summary>
    /// <param name="from">The logical path of the script.</param>
    public IEnumerable<string> Includes(string from) => Libraries(Cookbook)
        .Where(file => Cookbook.Files.LogicalPath(file) != from)
        .Select(file => Path.GetRelativePath($"/{Path.GetDirectoryName(from)}", $"/{Cookbook.Name}/{file}")
            .Replace('\\', '/'))
        .Concat(InScope.Where(each => each != Cookbook).SelectMany(each => Libraries(each)
            .Select(file => LoadPath.Prefix + each.Files.LogicalPath(file))));

    private static IEnumerable<string> Libraries(Cookbook cookbook) =>
        cookbook.SharedScripts.Where(file => file.StartsWith("lib/", StringComparison.Ordinal));

    /// <summary>The place of what a text names; null when there is nothing of that name.</summary>
    public Location? Find(TextUse use, string text) => use switch
    {
        TextUse.Template when TemplateSource.Find(Cookbook.Files, text) is not null =>
            InFile(TemplateSource.FileOf(Cookbook.Files, text)),
        TextUse.File when Cookbook.Files.IsInside("files", text) && Cookbook.Files.Read($"files/{text}") is not null =>
            InFile($"files/{text}"),
        TextUse.Recipe => OfRecipe(RunListItem.Parse(text, within: Cookbook.Name)),
        TextUse.Attribute => InScope.Reverse()
            .Where(each => each.Attributes is { } level && Paths("", level.Values).Contains(text))
            .Select(each => AtPlace(each, each.Attributes!.PlaceOf(text)))
            .FirstOrDefault(),
        _ => null,
    };

    /// <summary>The file of a logical path, at a position.</summary>
    public Location? InScript(string logicalPath, Protocol.Range range) =>
        snapshot.Store.PathOf(logicalPath) is { } path && (snapshot.Read(logicalPath) is not null || File.Exists(path))
            ? new Location(snapshot.State.UriOf(Path.GetFullPath(path)), range)
            : null;

    /// <summary>The script that a directive loads.</summary>
    public Location? Loaded(string text, string from) => LoadPath.Candidates(text, from)
        .Select(path => InScript(path, Protocol.Range.Empty))
        .FirstOrDefault(found => found is not null);

    private Location? OfRecipe(RunListItem item) =>
        snapshot.Store.Find(item.Cookbook) is { } cookbook && cookbook.Recipes.Contains(item.Recipe)
            ? InScript(cookbook.Files.LogicalPath(cookbook.ScriptOf(item.Recipe)), Protocol.Range.Empty)
            : null;

    private Location InFile(string file) =>
        new(snapshot.State.UriOf(Path.GetFullPath(Path.Combine(Cookbook.Files.Folder, file))), Protocol.Range.Empty);

    private Location AtPlace(Cookbook cookbook, string place)
    {
        var found = ScriptFinding.At(place, ScriptFinding.Note, null, "");
        var line = new Position(Math.Max(found.Line - 1, 0), Math.Max(found.Column - 1, 0));
        var file = Path.GetFullPath(Path.Combine(cookbook.Files.Folder, "attributes/default.json"));
        return new Location(snapshot.State.UriOf(file), new(line, line));
    }

    private IEnumerable<string> Below(string folder) =>
        Cookbook.Files.Below(folder).Select(file => file[(folder.Length + 1)..]);

    private static IEnumerable<string> Paths(string start, JsonObject values) => values.SelectMany(each =>
        (IEnumerable<string>)[start + each.Key, .. each.Value is JsonObject inner
            ? Paths($"{start}{each.Key}.", inner)
            : []]);
}

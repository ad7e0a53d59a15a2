using System.Text.Json;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>Reads the dependencies of <c>cookbook.json</c>.</summary>
internal sealed class DependencyReader(JsonSource source)
{
    private const string Root = "dependencies";
    private static readonly string[] Sources = ["git", "path", "nuget"];
    private static readonly string[] References = ["branch", "tag", "commit"];

    /// <summary>The members that the source of a dependency may have.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["git", "branch", "tag", "commit", "folder", "path", "nuget", "version"];

    /// <summary>Reads a list of names, or an object with the source of each.</summary>
    public IReadOnlyDictionary<string, CookbookDependency> Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .ToDictionary(property => Name(property.Name), property => Read(property.Name, property.Value)),
        JsonValueKind.Array => Names(value).ToDictionary(name => name, _ => CookbookDependency.ByName),
        _ => throw source.ErrorAt(Root, "\"dependencies\" must be a list of names, or an object with the source of each"),
    };

    private List<string> Names(JsonElement value)
    {
        List<string> names = [.. value.EnumerateArray().Select(item => Name(Text(Root, Root, item)))];
        return names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw source.ErrorAt(Root, $"\"{twice.Key}\" is twice in the list: keep one of them")
            : names;
    }

    private CookbookDependency Read(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: 0 } => CookbookDependency.ByName,
        JsonValueKind.String =>
            new CookbookDependency(new PathSource(Text($"{Root}.{name}", "path", value))),
        JsonValueKind.Object => Read(name, Texts(name, value)),
        _ => throw source.ErrorAt(
            $"{Root}.{name}", $"the source of {name} must be an object such as {{ \"git\": URL, \"tag\": NAME }}, or the path of a folder"),
    };

    private CookbookDependency Read(string name, Dictionary<string, string> texts)
    {
        RequireAtMostOne(name, texts, Sources);
        RequireAtMostOne(name, texts, References);
        if (!texts.ContainsKey("git") && texts.Keys.FirstOrDefault(key => key == "folder" || References.Contains(key)) is { } key)
        {
            throw source.ErrorAt(Place(name, key), $"\"{key}\" is a key of Git repositories: name one with \"git\"");
        }

        return new CookbookDependency(Source(name, texts), Range(name, texts));
    }

    private DependencySource Source(string name, Dictionary<string, string> texts)
    {
        if (texts.TryGetValue("git", out var url))
        {
            if (GitUrl.Mistake(url) is { } mistake)
            {
                throw source.ErrorAt(Place(name, "git"), $"the URL {mistake}");
            }

            return new GitSource(url, Reference(name, texts), Folder(name, texts));
        }

        return texts.TryGetValue("path", out var path)
            ? new PathSource(path)
            : texts.TryGetValue("nuget", out var id) ? Package(name, id) : new FolderSource();
    }

    private string? Folder(string name, Dictionary<string, string> texts) =>
        texts.TryGetValue("folder", out var folder)
            ? RepositoryPath.Join("", folder) ?? throw source.ErrorAt(
                Place(name, "folder"), $"\"{folder}\" is not a folder of the repository: write its path from the root of the repository")
            : null;

    private NuGetSource Package(string name, string id) => NuGetSource.IsId(id)
        ? new NuGetSource(id)
        : throw source.ErrorAt(Place(name, "nuget"), $"\"{id}\" is not the id of a package");

    private GitReference Reference(string name, Dictionary<string, string> texts)
    {
        if (texts.TryGetValue("commit", out var commit))
        {
            return GitReference.IsCommit(commit)
                ? new GitReference(GitReferenceKind.Commit, commit.ToLowerInvariant())
                : throw source.ErrorAt(
                    Place(name, "commit"), $"\"{commit}\" is not the id of a commit: write its 40 digits, or name a tag or branch");
        }

        return texts.TryGetValue("tag", out var tag)
            ? new GitReference(GitReferenceKind.Tag, tag)
            : texts.TryGetValue("branch", out var branch)
            ? new GitReference(GitReferenceKind.Branch, branch)
            : GitReference.Default;
    }

    private VersionRange? Range(string name, Dictionary<string, string> texts) =>
        texts.TryGetValue("version", out var text)
            ? VersionRange.Parse(text) ?? throw source.ErrorAt(
                Place(name, "version"), $"\"{text}\" is not a range of versions: write one like \"[1.2,2)\", \"1.2\" or \">= 1.2\"")
            : null;

    private void RequireAtMostOne(string name, Dictionary<string, string> texts, string[] keys)
    {
        if (keys.Where(texts.ContainsKey).ToList() is [var first, var second, ..])
        {
            throw source.ErrorAt(Place(name, second), $"\"{first}\" and \"{second}\" of {name} contradict each other: keep one of them");
        }
    }

    private Dictionary<string, string> Texts(string name, JsonElement value) => value.EnumerateObject().ToDictionary(
        property => Keys.Contains(property.Name) ? property.Name : throw source.ErrorAt(
            Place(name, property.Name),
            $"\"{property.Name}\" is not a key of a dependency{OtherWords.Question(property.Name, Keys)} (the keys are {string.Join(", ", Keys)})"),
        property => Text(Place(name, property.Name), property.Name, property.Value));

    private string Text(string place, string key, JsonElement value) =>
        value.ValueKind != JsonValueKind.String || (value.GetString()!.Length == 0 && place != Root)
            ? throw source.ErrorAt(place, $"\"{key}\" must be a text that is not empty, and is {value.GetRawText()}")
            : value.GetString()!.Any(char.IsControl)
            ? throw source.ErrorAt(place, $"\"{key}\" has a control character in it: {value.GetRawText()}")
            : value.GetString()!;

    private string Name(string name) => RunListItem.IsName(name)
        ? name
        : throw source.ErrorAt($"{Root}.{name}", $"\"{name}\" cannot be the name of a cookbook");

    private static string Place(string name, string key) => $"{Root}.{name}.{key}";
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Dependencies;

/// <summary>
/// A folder with copies of cookbooks. A file in it says which state each copy has, so that later copies replace earlier
/// ones and never what somebody has changed.
/// </summary>
internal sealed class VendorFolder(string folder)
{
    private const string RecordFile = ".vendored.json";

    /// <summary>Copies cookbooks, and deletes earlier copies of others.</summary>
    /// <exception cref="RecipeException">A folder has the name of one and is not an unchanged copy.</exception>
    public void Write(IReadOnlyList<Cookbook> cookbooks)
    {
        var before = Recorded();
        var gone = before.Keys.Except(cookbooks.Select(cookbook => cookbook.Name)).ToList();
        RequireFolder();
        foreach (var name in cookbooks.Select(cookbook => cookbook.Name).Concat(gone))
        {
            RequireUnchanged(name, before.GetValueOrDefault(name, []));
        }

        Directory.CreateDirectory(folder);
        try
        {
            var copies = cookbooks.ToDictionary(cookbook => cookbook.Name, Copy);
            // A call that is interrupted leaves folders of both states, and a later one may replace them.
            Record(before.Keys.Union(copies.Keys).ToDictionary(
                name => name, name => before.GetValueOrDefault(name, []).Append(copies.GetValueOrDefault(name))));
            gone.ForEach(name => Leftovers.DeleteFolder(PathOf(name)));
            foreach (var name in copies.Keys)
            {
                Leftovers.DeleteFolder(PathOf(name));
                Directory.Move(CopyOf(name), PathOf(name));
            }

            Record(copies.ToDictionary(pair => pair.Key, pair => Enumerable.Repeat<string?>(pair.Value, 1)));
        }
        finally
        {
            cookbooks.ToList().ForEach(cookbook => Leftovers.DeleteFolder(CopyOf(cookbook.Name)));
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    // The names of cookbooks have no dot.
    private string CopyOf(string name) => PathOf($"{name}.new");

    private void RequireFolder()
    {
        if (File.Exists(folder))
        {
            throw new RecipeException($"{ShownPath.Of(folder)} is a file: name a folder that gets the copies");
        }
    }

    private void RequireUnchanged(string name, string[] hashes)
    {
        var path = PathOf(name);
        if (Path.Exists(path) && (!Directory.Exists(path) || !hashes.Contains(FolderHash.Of(path))))
        {
            throw new RecipeException(
                $"{ShownPath.Of(path)} is {(hashes.Length == 0 || File.Exists(path) ? "not a copy that vendor has made" : "a copy that was changed")}: remove it, or name another folder");
        }
    }

    private string Copy(Cookbook cookbook)
    {
        var copy = CopyOf(cookbook.Name);
        Leftovers.DeleteFolder(copy);
        Directory.CreateDirectory(copy);
        CookbookTree.WithoutWork(cookbook.Files.Folder).CopyTo(copy);
        return FolderHash.Of(copy);
    }

    // The hashes that each copy may have: several after a call that was interrupted.
    private Dictionary<string, string[]> Recorded()
    {
        var path = PathOf(RecordFile);
        if (!File.Exists(path))
        {
            return [];
        }

        var source = new JsonSource(File.ReadAllBytes(path), ShownPath.Of(path));
        using var document = source.Document();
        return document.RootElement.EnumerateObject().ToDictionary(
            property => property.Name,
            property => RunListItem.IsName(property.Name) && Hashes(property.Value) is { } hashes
                ? hashes
                : throw source.ErrorAt(property.Name, "this is not the hash of a cookbook: remove the folder, and vendor again"));
    }

    private static string[]? Hashes(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String) =>
            [.. value.EnumerateArray().Select(each => each.GetString()!)],
        _ => null,
    };

    private void Record(Dictionary<string, IEnumerable<string?>> hashes)
    {
        var json = new JsonObject(hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, Json([.. pair.Value.OfType<string>()]))));
        var text = $"{json.ToJsonString(new JsonSerializerOptions { WriteIndented = true })}\n";
        WholeFile.Replace(PathOf(RecordFile), file => file.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static JsonNode Json(string[] hashes) =>
        hashes is [var only] ? only : new JsonArray([.. hashes.Select(hash => (JsonNode)hash)]);
}

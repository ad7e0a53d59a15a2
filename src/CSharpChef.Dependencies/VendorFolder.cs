using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks;
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
        foreach (var name in cookbooks.Select(cookbook => cookbook.Name).Concat(gone))
        {
            RequireUnchanged(name, before.GetValueOrDefault(name));
        }

        Directory.CreateDirectory(folder);
        gone.ForEach(name => Delete(PathOf(name)));
        Record(cookbooks.ToDictionary(cookbook => cookbook.Name, Copy));
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private void RequireUnchanged(string name, string? hash)
    {
        var path = PathOf(name);
        if (Directory.Exists(path) && (hash is null || FolderHash.Of(path) != hash))
        {
            throw new RecipeException(
                $"{ShownPath.Of(path)} is {(hash is null ? "not a copy that vendor has made" : "a copy that was changed")}: remove it, or name another folder");
        }
    }

    private string Copy(Cookbook cookbook)
    {
        var (path, copy) = (PathOf(cookbook.Name), PathOf($"{cookbook.Name}.new"));
        Delete(copy);
        try
        {
            CookbookTree.WithoutWork(cookbook.Files.Folder).CopyTo(copy);
            Delete(path);
            Directory.CreateDirectory(copy);
            Directory.Move(copy, path);
        }
        finally
        {
            Delete(copy);
        }

        return FolderHash.Of(path);
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private Dictionary<string, string> Recorded()
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
            property => property.Value.ValueKind == JsonValueKind.String && RunListItem.IsName(property.Name)
                ? property.Value.GetString()!
                : throw source.ErrorAt(property.Name, "this is not the hash of a cookbook: remove the folder, and vendor again"));
    }

    private void Record(Dictionary<string, string> hashes)
    {
        var json = new JsonObject(hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));
        var text = $"{json.ToJsonString(new JsonSerializerOptions { WriteIndented = true })}\n";
        WholeFile.Replace(PathOf(RecordFile), file => file.Write(Encoding.UTF8.GetBytes(text)));
    }
}

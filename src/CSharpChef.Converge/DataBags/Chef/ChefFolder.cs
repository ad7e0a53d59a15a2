using System.Text.Encodings.Web;
using System.Text.Json;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.DataBags.Chef;

/// <summary>
/// A folder of JSON files of Chef: one data bag, which has the name of the folder, or a folder of them.
/// </summary>
internal sealed class ChefFolder(string path)
{
    private const string Extension = ".json";
    private const string VaultKeys = $"_keys{Extension}";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All items, decrypted.</summary>
    /// <param name="secret">The shared secret; null when there is none.</param>
    /// <exception cref="ChefException">There are none, or one cannot be read or decrypted.</exception>
    public IReadOnlyList<ItemText> Read(string? secret)
    {
        try
        {
            var bags = Directory.Exists(path) ? Bags() : throw new UsageException($"there is no folder {path}");
            var items = bags
                .SelectMany(bag => Files(bag).Select(file => Read(Path.GetFileName(bag), file, secret))).ToList();
            RefuseSameNames(items);
            return items.Count > 0 ? items : throw new UsageException(
                $"{path} has no JSON files: name the folder of a data bag, or a folder of data bags");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the items of Chef cannot be read: {e.Message}", e);
        }
    }

    // One of them would replace the other.
    private static void RefuseSameNames(IEnumerable<ItemText> items)
    {
        if (items.GroupBy(item => item.Name).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw new UsageException(
                $"{string.Join(" and ", same.Select(item => item.File))} have the same id \"{same.Key.Item}\", and nothing was imported: change the id of one of them");
        }
    }

    private IReadOnlyList<string> Bags()
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var bags = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).ToList();
        return Files(folder).FirstOrDefault() is not { } file ? bags
            : bags.FirstOrDefault(bag => Files(bag).Any()) is { } bag ? throw Mixed(file, bag)
            : [folder];
    }

    private UsageException Mixed(string file, string bag) => new(
        $"{path} has the JSON file {Path.GetFileName(file)} and the data bag {Path.GetFileName(bag)}, and nothing was imported: name the folder of one data bag, or move the files out of the folder of data bags");

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, $"*{Extension}").Order(StringComparer.Ordinal);

    private static ItemText Read(string bag, string file, string? secret)
    {
        RefuseVault(file);
        var shown = ShownPath.Of(file);
        var source = new JsonSource(File.ReadAllBytes(file), shown);
        var document = source.Object();
        var values = ChefItem.Read(document, source, secret);
        return new ItemText(ItemName.Parse(bag, values["id"]!.ToString()), $"{values.ToJsonString(Written)}\n", shown)
        {
            IsEncrypted = ChefItem.IsEncrypted(ChefItem.Of(document)),
        };
    }

    // Its items are encrypted with a key that is itself encrypted for each node.
    private static void RefuseVault(string file)
    {
        if (file.EndsWith(VaultKeys, StringComparison.Ordinal) || File.Exists($"{file[..^Extension.Length]}{VaultKeys}"))
        {
            throw new UsageException(
                $"{ShownPath.Of(file)} belongs to an item of chef-vault: print it with knife vault show BAG ITEM -F json, and give that to csharpchef databag create");
        }
    }
}

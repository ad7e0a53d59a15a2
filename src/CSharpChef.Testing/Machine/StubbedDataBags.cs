using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Testing;

/// <summary>The data bag items that a test gives to a fake node. No folder of data bags is read.</summary>
internal sealed class StubbedDataBags : IDataBagSource
{
    private readonly Dictionary<ItemName, ItemText> items = [];

    public void Set(ItemText item) => items[item.Name] = item;

    /// <summary>Sets the items of a folder that are not encrypted.</summary>
    public void SetPlain(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new RecipeException($"there is no folder of data bags {folder}");
        }

        var keys = new KeyRing(KeyFile.None);
        var folders = new DataBagFolders([folder], keys);
        var names = folders.Bags().SelectMany(bag => folders.Items(bag).Select(item => new ItemName(bag, item)));
        foreach (var file in names.Select(folders.File).Where(file => file.Sealed is null))
        {
            Set(file.Open(keys));
        }
    }

    /// <exception cref="RecipeException">The test gave no item of this data bag.</exception>
    public Task<IReadOnlyList<string>> ItemsAsync(string bag, CancellationToken ct)
    {
        IReadOnlyList<string> names =
            [.. items.Keys.Where(name => name.Bag == bag).Select(name => name.Item).Order(StringComparer.Ordinal)];
        return names.Count > 0 ? Task.FromResult(names) : throw Missing($"the data bag \"{bag}\" has no items", bag, "NAME");
    }

    /// <exception cref="RecipeException">The test gave no such item.</exception>
    public Task<ItemText> ItemAsync(ItemName name, CancellationToken ct) => Task.FromResult(
        items.GetValueOrDefault(name) ?? throw Missing($"there is no data bag item {name}", name.Bag, name.Item));

    private static RecipeException Missing(string problem, string bag, string item) => new(
        $"{problem} on this fake node: set one before the run:\n"
        + $"    node.WithDataBagItem({CSharpLiteral.Of(bag)}, {CSharpLiteral.Of(item)}, new {{ … }});");
}

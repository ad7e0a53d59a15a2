using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Converge.DataBags;

/// <summary>
/// The data bags in some folders: an item is the file <c>BAG/ITEM.json</c> of the first folder that has it.
/// </summary>
/// <param name="folders">The folders; some may not exist.</param>
/// <param name="keys">The keys for encrypted items.</param>
internal sealed class DataBagFolders(IReadOnlyList<string> folders, KeyRing keys) : IDataBagSource
{
    private const string Extension = ".json";

    public IReadOnlyList<string> Paths => folders;

    /// <summary>The names of all data bags, sorted.</summary>
    public IReadOnlyList<string> Bags() => Listed(() => folders.Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories)
        .Select(folder => Path.GetFileName(folder)));

    /// <summary>The names of the items of a data bag, sorted.</summary>
    /// <exception cref="RecipeException">There is no such data bag.</exception>
    public IReadOnlyList<string> Items(string bag)
    {
        ItemName.RequireBag(bag);
        var found = folders.Select(folder => Path.Combine(folder, bag)).Where(Directory.Exists).ToList();
        return found.Count == 0
            ? throw NoBag(bag)
            : Listed(() => found.SelectMany(folder => Directory.EnumerateFiles(folder, $"*{Extension}"))
                .Select(file => Path.GetFileNameWithoutExtension(file)));
    }

    /// <summary>The names of all items of some data bags, or of all.</summary>
    /// <exception cref="RecipeException">There is no such data bag, or no folder of data bags at all.</exception>
    public IReadOnlyList<ItemName> Names(IReadOnlyList<string> bags)
    {
        if (!folders.Any(Directory.Exists))
        {
            throw new RecipeException($"there are no data bags: {NoFolder()}");
        }

        return
        [
            .. (bags.Count > 0 ? bags : Bags()).SelectMany(bag => Items(bag).Select(item => new ItemName(bag, item))),
        ];
    }

    /// <summary>Whether an item has a file, which may be damaged.</summary>
    public bool Has(ItemName name) => FolderOf(name) is not null;

    /// <summary>The file of an item.</summary>
    /// <exception cref="RecipeException">There is no such item, or its file is damaged.</exception>
    public ItemFile File(ItemName name) => ItemFile.Read(name, Locate(name));

    /// <summary>The path of the file of an item, which is not read.</summary>
    /// <exception cref="RecipeException">There is no such item.</exception>
    public string Locate(ItemName name)
    {
        var folder = FolderOf(name) ?? throw new RecipeException(
            $"the data bag \"{name.Bag}\" has no item \"{name.Item}\"{Nearest.Question(name.Item, Items(name.Bag))}");
        RequireInside(folder, name);
        return PathIn(folder, name);
    }

    /// <summary>Where an item is, or where a new one belongs.</summary>
    public string PathOf(ItemName name) =>
        PathIn(FolderOf(name) ?? folders[0], name);

    public ItemText Item(ItemName name) => File(name).Open(keys);

    public Task<IReadOnlyList<string>> ItemsAsync(string bag, CancellationToken ct) => Task.FromResult(Items(bag));

    public Task<ItemText> ItemAsync(ItemName name, CancellationToken ct) => Task.FromResult(Item(name));

    private string? FolderOf(ItemName name) =>
        folders.FirstOrDefault(each => System.IO.File.Exists(PathIn(each, name)));

    private static string PathIn(string folder, ItemName name) =>
        Path.Combine(folder, name.Bag, name.Item + Extension);

    private static IReadOnlyList<string> Listed(Func<IEnumerable<string>> names)
    {
        try
        {
            return [.. names().Where(ItemName.IsName).Distinct().Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"the folder of data bags cannot be listed: {e.Message}", e);
        }
    }

    // A link in the folder may lead to a file that is not part of the project.
    private static void RequireInside(string folder, ItemName name)
    {
        var file = PathIn(folder, name);
        if (!RealPath.IsBelow(RealPath.Of(folder), RealPath.Of(file)))
        {
            throw new RecipeException($"{ShownPath.Of(file)} is a link that leads out of {ShownPath.Of(folder)}");
        }
    }

    private RecipeException NoBag(string bag) => new(
        folders.FirstOrDefault(Directory.Exists) is { } known
            ? $"there is no data bag \"{bag}\" in {ShownPath.Of(known)}{Nearest.Question(bag, Bags())}"
            : $"there is no data bag \"{bag}\": {NoFolder()}");

    private string NoFolder() =>
        $"the folder {string.Join(" or ", folders.Select(ShownPath.Of))} does not exist (--data-bags names another one)";
}

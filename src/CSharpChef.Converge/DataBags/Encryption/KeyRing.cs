namespace CSharpChef.Converge.DataBags.Encryption;

/// <summary>The keys for data bag items. Their file is read when the first one is needed.</summary>
internal sealed class KeyRing(KeyFile file)
{
    private readonly Lazy<IReadOnlyList<DataBagKey>> keys = new(file.Read);

    /// <summary>
    /// The key that encrypts new items: the last one of the file as it is now, because others may have replaced it.
    /// </summary>
    /// <exception cref="RecipeException">There is none.</exception>
    public DataBagKey Newest => file.Read() is [.., var newest] ? newest : throw new RecipeException(
        $"there is no key that encrypts data bag items in {file.Shown}: make one with csharpchef databag key new");

    /// <summary>Checks that the file still has a key, before something is encrypted with it.</summary>
    /// <exception cref="RecipeException">The file does not have it.</exception>
    public void Require(DataBagKey key) => file.Require(key);

    /// <summary>A key by its id. The file is read again for one that was added since it was read.</summary>
    /// <param name="id">The id of the key.</param>
    /// <param name="item">The file of the item that needs it, for the error.</param>
    /// <exception cref="RecipeException">There is no such key.</exception>
    public DataBagKey Get(string id, string item) =>
        Find(keys.Value, id) ?? Find(file.Read(), id) ?? throw new RecipeException(!file.Exists
            ? $"{item} is encrypted with the key {id}, and {file.Shown} does not exist: get it from those who have it (--data-bag-key and {KeyFile.Variable} name another file)"
            : $"{item} is encrypted with the key {id}, which is not in {file.Shown}: add its line, which others have");

    private static DataBagKey? Find(IReadOnlyList<DataBagKey> keys, string id) =>
        keys.FirstOrDefault(key => key.Id == id);
}

namespace CSharpChef.Converge.DataBags.Encryption;

/// <summary>The keys for data bag items. Their file is read when the first one is needed.</summary>
internal sealed class KeyRing(KeyFile file)
{
    private readonly Lazy<IReadOnlyList<DataBagKey>> keys = new(file.Read);

    /// <summary>The key that encrypts new items: the last one of the file.</summary>
    /// <exception cref="RecipeException">There is none.</exception>
    public DataBagKey Newest => keys.Value.Count > 0 ? keys.Value[^1] : throw new RecipeException(
        $"there is no key that encrypts data bag items in {file.Shown}: make one with csharpchef databag key new");

    /// <param name="id">The id of the key.</param>
    /// <param name="item">The file of the item that needs it, for the error.</param>
    /// <exception cref="RecipeException">There is no such key.</exception>
    public DataBagKey Get(string id, string item) =>
        keys.Value.FirstOrDefault(key => key.Id == id) ?? throw new RecipeException(keys.Value.Count == 0
            ? $"{item} is encrypted with the key {id}, and {file.Shown} does not exist: get it from those who have it (--data-bag-key and {KeyFile.Variable} name another file)"
            : $"{item} is encrypted with the key {id}, which is not in {file.Shown}: add its line, which others have");
}

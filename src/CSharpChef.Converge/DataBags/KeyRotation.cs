using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Converge.DataBags;

/// <summary>
/// Encrypts items again with another key. Each file is replaced at once and names its key, so that all items can be
/// read at any time, also after an interruption.
/// </summary>
internal sealed class KeyRotation
{
    private readonly IReadOnlyList<ItemFile> items;
    private readonly KeyRing keys;

    private KeyRotation(IReadOnlyList<ItemFile> items, KeyRing keys) => (this.items, this.keys) = (items, keys);

    /// <summary>The keys that the items had when the rotation was prepared.</summary>
    public IReadOnlyList<string> Keys => [.. items.Select(item => item.Sealed!.KeyId).Distinct()];

    /// <summary>The number of items that were encrypted again.</summary>
    public int Done { get; private set; }

    /// <summary>The number of encrypted items.</summary>
    public int Count => items.Count;

    /// <summary>Decrypts all that are encrypted of some items, before anything is changed.</summary>
    /// <param name="folders">The data bags.</param>
    /// <param name="names">The names of the items.</param>
    /// <param name="keys">The keys that they have.</param>
    /// <exception cref="RecipeException">An item cannot be decrypted.</exception>
    public static KeyRotation Prepare(DataBagFolders folders, IReadOnlyList<ItemName> names, KeyRing keys)
    {
        var items = names.Select(folders.File).Where(file => file.Sealed is not null).ToList();
        items.ForEach(item => item.Open(keys));
        return new KeyRotation(items, keys);
    }

    /// <summary>The number of items that a rotation to a key has still to encrypt.</summary>
    public int Left(DataBagKey key) => Pending(key).Count() - Done;

    /// <summary>Encrypts each item that has another key.</summary>
    /// <param name="key">The key, which the key file already has.</param>
    /// <param name="ct">Stops between two items.</param>
    /// <exception cref="ChefException">The key is not in its file any more, or an item cannot be written.</exception>
    public void Run(DataBagKey key, CancellationToken ct)
    {
        foreach (var item in Pending(key))
        {
            ct.ThrowIfCancellationRequested();
            keys.Require(key);
            Encrypt(ItemFile.Read(item.Name, item.Path), key);
            Done++;
        }
    }

    private IEnumerable<ItemFile> Pending(DataBagKey key) => items.Where(item => item.Sealed!.KeyId != key.Id);

    // The file is as it is now: somebody may have edited the item since the rotation was prepared.
    private void Encrypt(ItemFile item, DataBagKey key)
    {
        if (item.Sealed is { KeyId: var id } && id != key.Id)
        {
            ItemWriter.Write(item.Path, item.Open(keys), key);
        }
    }
}

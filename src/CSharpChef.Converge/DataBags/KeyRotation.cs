using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Converge.DataBags;

/// <summary>
/// Encrypts items again with another key. Each file is replaced at once and names its key, so that all items can be
/// read at any time, also after an interruption.
/// </summary>
internal sealed class KeyRotation
{
    private readonly IReadOnlyList<(ItemFile File, ItemText Text)> items;

    private KeyRotation(IReadOnlyList<(ItemFile File, ItemText Text)> items) => this.items = items;

    /// <summary>The keys that the items have now.</summary>
    public IReadOnlyList<string> Keys => [.. items.Select(item => item.File.Sealed!.KeyId).Distinct()];

    /// <summary>The number of items that were encrypted again.</summary>
    public int Done { get; private set; }

    public int Count => items.Count;

    /// <summary>Decrypts all encrypted items of some data bags, before anything is changed.</summary>
    /// <param name="folders">The data bags.</param>
    /// <param name="bags">The names of those that are meant; none means all.</param>
    /// <param name="keys">The keys that they have.</param>
    /// <exception cref="RecipeException">An item cannot be decrypted.</exception>
    public static KeyRotation Prepare(DataBagFolders folders, IReadOnlyList<string> bags, KeyRing keys) => new(
    [
        .. folders.Names(bags).Select(folders.File)
            .Where(file => file.Sealed is not null)
            .Select(file => (file, file.Open(keys))),
    ]);

    /// <summary>Encrypts each item that has another key.</summary>
    /// <param name="key">The key, which the key file already has.</param>
    /// <param name="ct">Stops between two items.</param>
    public void Run(DataBagKey key, CancellationToken ct)
    {
        foreach (var (file, text) in items.Where(item => item.File.Sealed!.KeyId != key.Id))
        {
            ct.ThrowIfCancellationRequested();
            ItemWriter.Write(file.Path, text, key);
            Done++;
        }
    }
}

using System.Text;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Converge.DataBags;

/// <summary>The file of a data bag item, plain or encrypted.</summary>
/// <param name="Name">The name of the item.</param>
/// <param name="Path">The path of the file.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Sealed">The encrypted text; null when the file is plain.</param>
internal sealed record ItemFile(ItemName Name, string Path, byte[] Bytes, SealedItem? Sealed)
{
    private string Shown => ShownPath.Of(Path);

    /// <summary>Reads the file of an item.</summary>
    /// <exception cref="RecipeException">The file cannot be read, or its JSON is wrong.</exception>
    public static ItemFile Read(ItemName name, string path)
    {
        var bytes = ReadBytes(path);
        var source = new JsonSource(bytes, ShownPath.Of(path));
        return new ItemFile(name, path, bytes, SealedItem.Find(source.Object(), source));
    }

    /// <summary>
    /// Whether a file is encrypted. A damaged one, such as one with a merge conflict, is when it has the mark of an
    /// encrypted item.
    /// </summary>
    /// <exception cref="RecipeException">The file cannot be read.</exception>
    public static bool IsEncrypted(string path) => SealedItem.HasMark(ReadBytes(path));

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"the data bag item {ShownPath.Of(path)} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The text of the item, decrypted and checked.</summary>
    /// <exception cref="RecipeException">There is no key for it, it was damaged, or its JSON is wrong.</exception>
    public ItemText Open(KeyRing keys)
    {
        var text = new ItemText(Name, Json(keys), Sealed is null ? Shown : $"{Shown} (decrypted)")
        {
            IsEncrypted = Sealed is not null,
        };
        text.Values();
        return text;
    }

    private string Json(KeyRing keys)
    {
        if (Sealed is null)
        {
            return Encoding.UTF8.GetString(Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Bytes.AsSpan(3) : Bytes);
        }

        return ItemCipher.Open(Sealed, Name, keys.Get(Sealed.KeyId, Shown)) ?? throw new RecipeException(
            $"{Shown} cannot be decrypted: it was damaged, or it is the file of another item, renamed or copied");
    }
}

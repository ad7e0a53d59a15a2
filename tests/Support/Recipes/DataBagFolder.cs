using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>
/// Data bags in the folder <c>data_bags</c> of a folder of cookbooks, and the file <c>keys</c> beside it.
/// </summary>
internal sealed class DataBagFolder(CookbookFolder cookbooks)
{
    public string Path => cookbooks["data_bags"];

    public KeyFile KeyFile => new(cookbooks["keys"]);

    public DataBagFolders Folders => new([Path], new KeyRing(KeyFile));

    public string this[string item] => System.IO.Path.Combine(Path, $"{item}.json");

    /// <summary>Writes a plain item by its name, such as users/alice.</summary>
    public DataBagFolder With(string item, string json)
    {
        cookbooks.With($"data_bags/{item}.json", json);
        return this;
    }

    /// <summary>Writes an item that is encrypted with the newest key, which is made when there is none.</summary>
    public DataBagFolder WithEncrypted(string item, string json)
    {
        if (KeyFile.Read().Count == 0)
        {
            KeyFile.Add(DataBagKey.New());
        }

        var name = ItemName.Parse(item.Split('/')[0], item.Split('/')[1]);
        ItemWriter.Write(this[item], new ItemText(name, json, this[item]), new KeyRing(KeyFile).Newest);
        return this;
    }

    public string Read(string item) => Folders.Item(ItemName.Parse(item.Split('/')[0], item.Split('/')[1])).Json;
}

namespace CSharpChef.Recipes;

// Data that several recipes share.
public sealed partial class RecipeContext
{
    /// <summary>
    /// A data bag: the items in the folder <c>data_bags/NAME</c> beside the cookbooks. The recipe waits while the
    /// folder is read, on the machine that the run starts from.
    /// </summary>
    /// <exception cref="RecipeException">There is no such data bag.</exception>
    /// <example><code>foreach (var user in DataBag("users")) { User(user.Name); }</code></example>
    public DataBag DataBag(string name) => new(name, host.DataBagItems(name), item => DataBagItem(name, item));

    /// <summary>
    /// An item of a data bag: the values of <c>data_bags/BAG/ITEM.json</c>. An encrypted item is decrypted in memory,
    /// on the machine that the run starts from, and each of its texts is a secret.
    /// </summary>
    /// <exception cref="RecipeException">There is no such item, or it cannot be read or decrypted.</exception>
    /// <example>
    /// <code>
    /// var db = DataBagItem("passwords", "db");
    /// File("/etc/app/db", f => f.Content = $"password={db["password"]}\n");
    /// </code>
    /// </example>
    public DataBagItem DataBagItem(string bag, string item) => host.DataBagItem(bag, item);
}

namespace CSharpChef.Recipes;

// Data that several recipes share.
public sealed partial class RecipeContext
{
    /// <summary>
    /// A data bag: the items in the folder <c>data_bags/NAME</c> beside the cookbooks. The recipe waits while the
    /// folder is read, on the machine that the run starts from. On a server the data bags are those of OpsWorks, with
    /// the data of the stack: <c>aws_opsworks_app</c>, <c>_command</c>, <c>_ecs_cluster</c>,
    /// <c>_elastic_load_balancer</c>, <c>_instance</c>, <c>_layer</c>, <c>_rds_db_instance</c>, <c>_stack</c> and
    /// <c>_user</c>.
    /// </summary>
    /// <exception cref="RecipeException">There is no such data bag.</exception>
    /// <example><code>foreach (var user in DataBag("users")) { User(user.Name); }</code></example>
    public DataBag DataBag(string name) =>
        new(name, NamesOf(name), item => DataBagItem(name, item));

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
    public DataBagItem DataBagItem(string bag, string item) => DataOf(bag) is { } data
        ? OpsWorksBags.Item(data, bag, item)
        : host.DataBagItem(bag, item);

    /// <summary>
    /// The items of a data bag that match a query in the search words of Chef, in the order of their names. Fields are
    /// the paths of values (<c>app_source.url</c>, or <c>app_source_url</c>); <c>*:*</c> finds all items. An item whose
    /// field has no value does not match.
    /// </summary>
    /// <exception cref="RecipeException">The query is not understood, and the message names the position; or there is
    /// no such data bag.</exception>
    /// <example>
    /// <code>
    /// var web = Search("aws_opsworks_instance", "role:web AND status:online").Select(i => (string)i["private_ip"]);
    /// </code>
    /// </example>
    public IReadOnlyList<DataBagItem> Search(string bag, string query)
    {
        ArgumentNullException.ThrowIfNull(bag);
        ArgumentNullException.ThrowIfNull(query);
        return ItemQuery.Find(query, ItemsOf(bag).Select(item => (item, item.Name, item.Values)));
    }

    private IEnumerable<DataBagItem> ItemsOf(string bag) => DataOf(bag) is { } data
        ? OpsWorksBags.Of(data, bag)
        : DataBag(bag);

    private IReadOnlyList<string> NamesOf(string bag) => DataOf(bag) is { } data
        ? [.. OpsWorksBags.Of(data, bag).Select(item => item.Name)]
        : host.DataBagItems(bag);

    private StackData? DataOf(string bag) => OpsWorksBags.IsOne(bag) ? Node.KnownData : null;
}

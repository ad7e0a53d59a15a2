using CSharpChef.Converge.DataBags;

namespace CSharpChef.Converge.Secrets.Stores;

/// <summary><c>databag:BAG/ITEM#KEY</c>: values of data bag items, by the dotted path of the key.</summary>
internal sealed class DataBagStore(IDataBagSource dataBags) : ISecretStore
{
    public async Task<string> ReadAsync(string place, CancellationToken ct)
    {
        if (place.Split('#', 2) is not [var item, { Length: > 0 } key]
            || item.Split('/') is not [var bag, var name])
        {
            throw new RecipeException("write data bag, item and key: databag:BAG/ITEM#KEY, such as databag:passwords/db#root");
        }

        var text = await dataBags.ItemAsync(ItemName.Parse(bag, name), ct);
        var values = text.Values();
        return AttributePath.Find(values, key, StringComparison.Ordinal)?.Value is { } value
            ? SecretValue.Text(key, value)
            : throw new RecipeException(
                $"{text.File} has no value \"{key}\"{Nearest.Question(key, ItemPaths.Of(values))}");
    }
}

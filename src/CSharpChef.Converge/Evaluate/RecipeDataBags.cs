using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>The data bags that the recipes of one node have asked the controller for.</summary>
internal sealed class RecipeDataBags(SecretTexts texts, PausePoint pausePoint)
{
    private readonly Dictionary<string, IReadOnlyList<string>> bags = new(StringComparer.Ordinal);
    private readonly Dictionary<ItemName, DataBagItem> items = [];

    /// <param name="bag">The name of the data bag.</param>
    /// <param name="requireRunning">Throws when the caller may not wait for an answer.</param>
    public IReadOnlyList<string> Items(string bag, Action requireRunning)
    {
        if (!bags.TryGetValue(bag, out var known))
        {
            ItemName.RequireBag(bag);
            requireRunning();
            bags[bag] = known = (IReadOnlyList<string>)pausePoint.Ask(new Pause.DataBagQuestion(bag))!;
        }

        return known;
    }

    /// <summary>The item. The texts of an encrypted one are masked from then on.</summary>
    /// <param name="bag">The name of the data bag.</param>
    /// <param name="item">The name of the item.</param>
    /// <param name="requireRunning">Throws when the caller may not wait for an answer.</param>
    public DataBagItem Item(string bag, string item, Action requireRunning)
    {
        var name = ItemName.Parse(bag, item);
        if (!items.TryGetValue(name, out var known))
        {
            requireRunning();
            items[name] = known = Read((ItemText)pausePoint.Ask(new Pause.ItemQuestion(name))!);
        }

        return known;
    }

    private DataBagItem Read(ItemText text)
    {
        var values = text.Values();
        if (text.IsEncrypted)
        {
            texts.AddLong(ItemSecrets.Of(values));
        }

        var source = text.Source;
        return new DataBagItem(text.Name.Bag, text.Name.Item, values, source.PlaceOf, text.IsEncrypted);
    }
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CSharpChef.Recipes;

/// <summary>
/// A data bag: the items in the folder <c>data_bags/BAG</c>, or data of a stack. An item is read when it is asked for.
/// </summary>
/// <example>
/// <code>
/// foreach (var user in DataBag("users"))
/// {
///     User(user.Name, u => u.Shell = user["shell"]);
/// }
/// </code>
/// </example>
[SuppressMessage("Naming", "CA1710", Justification = "The word of Chef, whose users look for it.")]
public sealed class DataBag : IReadOnlyCollection<DataBagItem>
{
    private readonly Func<string, DataBagItem> read;

    internal DataBag(string name, IReadOnlyList<string> items, Func<string, DataBagItem> read) =>
        (Name, Items, this.read) = (name, items, read);

    /// <summary>The name of the data bag.</summary>
    public string Name { get; }

    /// <summary>The names of its items, sorted.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The number of its items.</summary>
    public int Count => Items.Count;

    /// <summary>An item by its name.</summary>
    /// <exception cref="RecipeException">There is no such item, or it cannot be read.</exception>
    public DataBagItem this[string item] => read(item);

    /// <summary>Reads its items, one after the other.</summary>
    public IEnumerator<DataBagItem> GetEnumerator() => Items.Select(read).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.ComponentModel;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// An item of a data bag: the values of the file <c>data_bags/BAG/ITEM.json</c>. Every text of an encrypted item is a
/// secret: it is masked in all output, and a resource that contains it becomes sensitive.
/// </summary>
public sealed class DataBagItem
{
    private const string Id = "id";
    private readonly JsonObject values;
    private readonly ValueOrigin origin;

    /// <param name="bag">The name of the data bag.</param>
    /// <param name="name">The name of the item.</param>
    /// <param name="values">Its values.</param>
    /// <param name="placeOf">The file and line of the value at a path; null for the data of a stack.</param>
    /// <param name="isEncrypted">Whether its texts are secrets.</param>
    internal DataBagItem(
        string bag, string name, JsonObject values, Func<string, string?> placeOf, bool isEncrypted)
    {
        (Bag, Name, this.values) = (bag, name, values);
        origin = new ValueOrigin(
            path => path.Length == 0 ? $"data bag item {this}" : $"\"{path}\" of the data bag item {this}",
            path => AttributePath.Find(values, path, StringComparison.OrdinalIgnoreCase)?.Path,
            placeOf)
        {
            Unset = placeOf("") is { } file ? $"its file is {file}" : "its values are the data of the stack",
            IsSecret = isEncrypted,
        };
    }

    /// <summary>The name of its data bag.</summary>
    public string Bag { get; }

    /// <summary>Its own name: that of its file, and its <c>id</c>.</summary>
    public string Name { get; }

    /// <summary>A value by its dotted path, such as <c>item["ssh.port"]</c>.</summary>
    /// <exception cref="RecipeException">There is no such value; the message names a similar one.</exception>
    /// <example><code>string shell = DataBagItem("users", "alice")["shell"];</code></example>
    public AttributeValue this[string path] => Find(path) is { } value
        ? new AttributeValue(path, value, origin)
        : throw new RecipeException(
            $"the data bag item {this} has no value \"{path}\"{Nearest.Question(path, ItemPaths.Of(values))}"
            + $" ({origin.Unset})");

    internal JsonObject Values => values;

    /// <summary>Whether it has a value at a dotted path.</summary>
    public bool Has(string path) => Find(path) is not null;

    /// <summary>
    /// Its values as an object of your own type, validated as <see cref="Node.Bind{T}"/> does it. The type needs no
    /// property for <c>id</c>.
    /// </summary>
    /// <exception cref="RecipeException">Values have the wrong type, are not valid, or match no property; the message
    /// names each of them with its file and line.</exception>
    /// <example>
    /// <code>
    /// var alice = DataBagItem("users", "alice").Bind&lt;Account&gt;();
    ///
    /// record Account(string Shell, int Uid);
    /// </code>
    /// </example>
    public T Bind<T>()
        where T : class =>
        AttributeBinder.Bind<T>(BoundType.Of(typeof(T)).Find(Id) is null ? WithoutId() : values, "", origin);

    /// <summary>The values below a dotted path as an object of your own type.</summary>
    /// <exception cref="RecipeException">As for <see cref="Bind{T}()"/>.</exception>
    public T Bind<T>(string section)
        where T : class =>
        AttributeBinder.Bind<T>(Find(section), section, origin);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => $"{Bag}/{Name}";

    private JsonNode? Find(string path) => AttributePath.Find(values, path, StringComparison.Ordinal)?.Value;

    private JsonObject WithoutId()
    {
        var copy = (JsonObject)values.DeepClone();
        copy.Remove(Id);
        return copy;
    }
}

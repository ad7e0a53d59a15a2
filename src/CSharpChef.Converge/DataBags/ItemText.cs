using System.Text;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.DataBags.Chef;

namespace CSharpChef.Converge.DataBags;

/// <summary>The text of a data bag item: a JSON object as its author wrote it.</summary>
/// <param name="Name">The name of the item.</param>
/// <param name="Json">The text, decrypted.</param>
/// <param name="File">The file as errors name it.</param>
internal sealed record ItemText(ItemName Name, string Json, string File)
{
    private const string Id = "id";

    /// <summary>True when its file is encrypted, so that its texts are secrets.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The text with its lines.</summary>
    public JsonSource Source => new(Encoding.UTF8.GetBytes(Json), File) { IsSecret = IsEncrypted };

    /// <summary>The values.</summary>
    /// <exception cref="RecipeException">The text is wrong, or its <c>id</c> is another name.</exception>
    public JsonObject Values()
    {
        var values = Source.Object();
        if (ChefItem.IsEncrypted(values))
        {
            throw Source.ErrorAt(
                "", "this is an encrypted item of Chef: import it with csharpchef databag import DIR --secret-file FILE");
        }

        if (values.TryGetPropertyValue(Id, out var id) && id?.ToString() != Name.Item)
        {
            throw Source.ErrorAt(
                Id, $"the id is \"{id}\", and the name of the file says \"{Name.Item}\": change one of them");
        }

        return values;
    }

    // The text may be a secret, and must not reach a log through the text of this record.
    public override string ToString() => Name.ToString();
}

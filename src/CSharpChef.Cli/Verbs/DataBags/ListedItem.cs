using System.Text.Json.Nodes;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary>An item of a list of data bags, or the error of one whose file is damaged.</summary>
/// <param name="Name">The name of the item.</param>
/// <param name="Path">The path of its file.</param>
/// <param name="File">The file; null when it is damaged.</param>
/// <param name="Error">What is wrong with the file; null when it can be read.</param>
internal sealed record ListedItem(ItemName Name, string Path, ItemFile? File, RecipeException? Error)
{
    private string? Key => File?.Sealed?.KeyId;

    public static ListedItem Read(DataBagFolders folders, ItemName name)
    {
        try
        {
            var file = folders.File(name);
            return new ListedItem(name, file.Path, file, null);
        }
        catch (RecipeException e)
        {
            return new ListedItem(name, folders.PathOf(name), null, e);
        }
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["bag"] = Name.Bag,
            ["item"] = Name.Item,
            ["encrypted"] = File is null ? null : File.Sealed is not null,
            ["key"] = Key,
            ["file"] = ShownPath.Of(Path),
        };
        if (Error is not null)
        {
            json["error"] = Error.Message;
        }

        return json;
    }

    public override string ToString() =>
        Key is { } key ? $"{Name}  {Color.Grey($"(encrypted with the key {key})")}" : $"{Name}";
}

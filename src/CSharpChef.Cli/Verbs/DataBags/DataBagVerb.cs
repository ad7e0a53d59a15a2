using System.CommandLine;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary><c>csharpchef databag</c></summary>
internal static class DataBagVerb
{
    public static Command Create() => new("databag", """
        Create, edit and encrypt data bags.
        An item is a JSON file, data_bags/BAG/ITEM.json, which recipes read with DataBagItem("BAG", "ITEM"). An encrypted
        item is decrypted only in memory. No text of an item is ever an argument of a command.

        Examples:
          csharpchef databag key new
          csharpchef databag create passwords db --encrypt < db.json
          csharpchef databag edit passwords db
          csharpchef databag list
        """)
    {
        DataBagList.Create(),
        DataBagShow.Create(),
        DataBagCreate.Create(),
        DataBagEdit.Create(),
        DataBagImport.Create(),
        DataBagRotate.Create(),
        DataBagKeys.Create(),
    };
}

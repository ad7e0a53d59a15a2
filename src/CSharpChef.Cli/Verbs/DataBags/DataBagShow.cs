using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary><c>csharpchef databag show</c></summary>
internal static class DataBagShow
{
    public static Command Create()
    {
        var (item, output) = (new ItemArguments(), new OutputOptions());
        var command = new Command("show", """
            Print a data bag item, decrypted.
            Prints its text as it was written, with its comments.

            Examples:
              csharpchef databag show users alice
              csharpchef databag show passwords db --json | jq -r .values.root
            """);
        item.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var text = item.Folders(parsed).Item(item.Existing(parsed));
            Console.Out.WriteLine(!output.Json(parsed) ? text.Json.TrimEnd('\n') : new JsonObject
            {
                ["bag"] = text.Name.Bag,
                ["item"] = text.Name.Item,
                ["encrypted"] = text.IsEncrypted,
                ["values"] = text.Values(),
            }.ToJsonString());
        });
        return command;
    }
}

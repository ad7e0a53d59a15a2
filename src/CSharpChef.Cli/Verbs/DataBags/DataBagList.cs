using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary><c>csharpchef databag list</c></summary>
internal static class DataBagList
{
    public static Command Create()
    {
        var (options, output) = (new DataBagOptions(), new OutputOptions());
        var bags = new Argument<string[]>("BAG")
        {
            Description = "The names of data bags. Default: all.",
            HelpName = "BAG",
            Arity = ArgumentArity.ZeroOrMore,
        };
        bags.CompletionSources.Add(context => FileCompletions.DataBags(options, context.ParseResult));
        var command = new Command("list", """
            List the items of data bags.
            Prints each item, and the id of its key when it is encrypted. Needs no key.

            Examples:
              csharpchef databag list
              csharpchef databag list users --json
            """);
        command.Arguments.Add(bags);
        options.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var folders = options.Folders(parsed);
            var items = folders.Names(parsed.GetValue(bags) ?? []).Select(folders.File).ToList();
            if (output.Json(parsed))
            {
                Console.Out.WriteLine(
                    new JsonObject { ["items"] = new JsonArray([.. items.Select(Json)]) }.ToJsonString());
                return;
            }

            foreach (var item in items)
            {
                Console.Out.WriteLine(item.Sealed is { KeyId: var key }
                    ? $"{item.Name}  {Color.Grey($"(encrypted with the key {key})")}"
                    : $"{item.Name}");
            }
        });
        return command;
    }

    private static JsonNode Json(ItemFile item) => new JsonObject
    {
        ["bag"] = item.Name.Bag,
        ["item"] = item.Name.Item,
        ["encrypted"] = item.Sealed is not null,
        ["key"] = item.Sealed?.KeyId,
        ["file"] = ShownPath.Of(item.Path),
    };
}

using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Errors;

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
            Prints each item, and the id of its key when it is encrypted. Needs no key. An item whose file is damaged, as
            by a merge conflict, is an error, after the others.

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
            var items = TypedNames.Find(() => folders.Names(parsed.GetValue(bags) ?? []))
                .Select(name => ListedItem.Read(folders, name)).ToList();
            Print(items, output.Json(parsed));
            var errors = items.Select(item => item.Error).OfType<RecipeException>().ToList();
            errors.ForEach(error => Console.Error.WriteLine(PrintableText.Of(error.Message)));
            return errors.FirstOrDefault()?.ExitCode ?? 0;
        });
        return command;
    }

    private static void Print(IReadOnlyList<ListedItem> items, bool isJson)
    {
        if (isJson)
        {
            Console.Out.WriteLine(
                new JsonObject { ["items"] = new JsonArray([.. items.Select(item => item.ToJson())]) }.ToJsonString());
            return;
        }

        foreach (var item in items.Where(item => item.Error is null))
        {
            Console.Out.WriteLine(item.ToString());
        }
    }
}

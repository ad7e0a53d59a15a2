using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary><c>csharpchef databag key</c></summary>
internal static class DataBagKeys
{
    public static Command Create() => new("key", """
        Make and list the keys of encrypted items.

        Examples:
          csharpchef databag key new
          csharpchef databag key list
        """)
    {
        New(),
        List(),
    };

    private static Command New()
    {
        var options = new DataBagOptions();
        var command = new Command("new", """
            Make a key, which encrypts from now on.
            Adds it to the key file, whose other keys still decrypt. Only you can read the file: keep a copy at a safe
            place, because the items are lost without it, and give it to those who run the recipes.

            Examples:
              csharpchef databag key new
              csharpchef databag key new --data-bag-key ~/keys/shop.keys
            """);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (file, key) = (options.Keys(parsed), DataBagKey.New());
            file.RefuseBeside(options.Folders(parsed).Paths);
            file.Add(key);
            Console.Out.WriteLine($"key {key.Id} made: {file.Shown}");
        });
        return command;
    }

    private static Command List()
    {
        var (options, output) = (new DataBagOptions(), new OutputOptions());
        var command = new Command("list", """
            List the ids of the keys.
            The last one encrypts, and all of them decrypt. The keys themselves are not printed.

            Examples:
              csharpchef databag key list
            """);
        options.AddKeyTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var file = options.Keys(parsed);
            var ids = file.Read().Select(key => key.Id).ToList();
            if (output.Json(parsed))
            {
                Console.Out.WriteLine(new JsonObject
                {
                    ["file"] = file.FullPath,
                    ["keys"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]),
                }.ToJsonString());
                return;
            }

            ids.ForEach(id => Console.Out.WriteLine(id == ids[^1] ? $"{id}  encrypts" : id));
        });
        return command;
    }
}

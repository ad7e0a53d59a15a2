using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary><c>csharpchef databag rotate</c></summary>
internal static class DataBagRotate
{
    public static Command Create()
    {
        var options = new DataBagOptions();
        var bags = new Argument<string[]>("BAG")
        {
            Description = "The names of data bags. Default: all.",
            HelpName = "BAG",
            Arity = ArgumentArity.ZeroOrMore,
        };
        bags.CompletionSources.Add(context => FileCompletions.DataBags(options, context.ParseResult));
        var noNewKey = new Option<bool>("--no-new-key")
        {
            Description = "Encrypt with the newest key that exists: after an interruption, or when others made the key.",
        };
        var command = new Command("rotate", """
            Encrypt items again with a new key.
            Adds a key to the key file and encrypts all encrypted items with it, each file at once. Old keys stay in the
            key file, so that all items can be read at any time; give the new line to those who use the items.

            Examples:
              csharpchef databag rotate
              csharpchef databag rotate passwords
              csharpchef databag rotate --no-new-key          # finish one that was interrupted
            """);
        command.Arguments.Add(bags);
        command.Options.Add(noNewKey);
        options.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var (folders, file) = (options.Folders(parsed), options.Keys(parsed));
            var names = TypedNames.Find(() => folders.Names(parsed.GetValue(bags) ?? []));
            using var locked = parsed.GetValue(noNewKey) ? null : file.Lock(ct);
            var rotation = KeyRotation.Prepare(folders, names, new KeyRing(file));
            if (rotation.Count == 0)
            {
                Console.Out.WriteLine("no item is encrypted: nothing was changed");
                return Task.FromResult(0);
            }

            var key = locked is null ? new KeyRing(file).Newest : NewKey(locked);
            Rotate(rotation, key, file, ct);
            return Task.FromResult(0);
        });
        return command;
    }

    private static DataBagKey NewKey(LockedKeyFile file)
    {
        var key = DataBagKey.New();
        file.Add(key);
        return key;
    }

    private static void Rotate(KeyRotation rotation, DataBagKey key, KeyFile file, CancellationToken ct)
    {
        try
        {
            rotation.Run(key, ct);
        }
        finally
        {
            foreach (var line in RotationReport.Lines(rotation, key, file))
            {
                Console.Out.WriteLine(line);
            }
        }
    }
}

using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
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
            var rotation = KeyRotation.Prepare(
                options.Folders(parsed), parsed.GetValue(bags) ?? [], new KeyRing(options.Keys(parsed)));
            Rotate(rotation, options.Keys(parsed), isNew: !parsed.GetValue(noNewKey), ct);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Rotate(KeyRotation rotation, KeyFile file, bool isNew, CancellationToken ct)
    {
        if (rotation.Count == 0)
        {
            Console.Out.WriteLine("no item is encrypted: nothing was changed");
            return;
        }

        var key = isNew ? DataBagKey.New() : new KeyRing(file).Newest;
        if (isNew)
        {
            file.Add(key);
        }

        try
        {
            rotation.Run(key, ct);
        }
        finally
        {
            Tell(rotation, key, file);
        }
    }

    private static void Tell(KeyRotation rotation, DataBagKey key, KeyFile file)
    {
        Console.Out.WriteLine($"{Plural.Of(rotation.Done, "item")} encrypted with the key {key.Id} of {file.Shown}");
        foreach (var old in rotation.Keys.Where(id => id != key.Id))
        {
            Console.Out.WriteLine(
                $"the key {old} encrypts none of them any more: remove its line when no other data bag or older commit needs it");
        }
    }
}

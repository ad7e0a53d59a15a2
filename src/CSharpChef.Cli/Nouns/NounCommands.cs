using System.CommandLine;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns;

/// <summary>
/// Adds a command for each noun. Only a noun that is on the command line gets its verbs; the others have just a name
/// and a description, because creating the verbs of all nouns would slow down each start.
/// </summary>
internal static class NounCommands
{
    public static void AddTo(RootCommand root, string[] args)
    {
        // A shell that asks for completions sends the whole line as one argument.
        var typedWords = args is [['[', ..], ..]
            ? args.SelectMany(arg => arg.Split(' ')).ToHashSet()
            : args.Where(arg => arg is not ['-', ..]).ToHashSet();
        foreach (var noun in NounTable.All)
        {
            root.Subcommands.Add(
                typedWords.Contains(noun.Name) ? Create(noun, typedWords) : new Command(noun.Name, noun.Description));
        }
    }

    private static Command Create(Noun noun, HashSet<string> typedWords)
    {
        var command = new Command(noun.Name, noun.Description);
        var verbs = noun.Verbs()
            .Select(verb => NounAction.Create(noun, verb, whole: typedWords.Contains(verb.Name)))
            .Concat(noun.ExtraVerbs.Select(create => create()));
        foreach (var verb in verbs.OrderBy(verb => verb.Name, StringComparer.Ordinal))
        {
            command.Subcommands.Add(verb);
        }

        return command;
    }
}

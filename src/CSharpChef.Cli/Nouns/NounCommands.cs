using System.CommandLine;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns;

/// <summary>
/// Creates the commands of nouns. Those that are not typed get only a name, so that others start fast.
/// </summary>
internal static class NounCommands
{
    public static void AddTo(RootCommand root, string[] args)
    {
        // A shell that asks for completions sends the whole line as one argument.
        var typed = args is [['[', ..], ..]
            ? args.SelectMany(arg => arg.Split(' ')).ToHashSet()
            : args.Where(arg => arg is not ['-', ..]).ToHashSet();
        foreach (var noun in NounTable.All)
        {
            root.Subcommands.Add(
                typed.Contains(noun.Name) ? Create(noun, typed) : new Command(noun.Name, noun.Description));
        }
    }

    private static Command Create(Noun noun, HashSet<string> typed)
    {
        var command = new Command(noun.Name, noun.Description);
        foreach (var verb in noun.Verbs())
        {
            command.Subcommands.Add(NounAction.Create(noun, verb, whole: typed.Contains(verb.Name)));
        }

        foreach (var create in noun.ExtraVerbs)
        {
            command.Subcommands.Add(create());
        }

        return command;
    }
}

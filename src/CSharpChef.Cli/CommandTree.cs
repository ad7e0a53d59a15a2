using System.CommandLine;
using CSharpChef.Cli.Hosting;
using CSharpChef.Cli.Nouns;
using CSharpChef.Cli.Verbs;

namespace CSharpChef.Cli;

/// <summary>
/// Creates the commands that the arguments need: to create all of them takes longer than to run a short one.
/// </summary>
internal static class CommandTree
{
    public static RootCommand Create(string[] args)
    {
        var root = new RootCommand("Configuration management in C#. Machines need only sshd and a shell.");
        if (args is [var name, ..] && VerbList.Find(name) is { } verb)
        {
            root.Subcommands.Add(verb.Create());
        }
        else if (args is not ["--version"])
        {
            AddAll(root, args);
        }

        return root;
    }

    private static void AddAll(RootCommand root, string[] args)
    {
        var verbs = VerbList.All.SelectMany(group => group.Verbs);
        foreach (var verb in verbs.OrderBy(verb => verb.Name, StringComparer.Ordinal))
        {
            root.Subcommands.Add(verb.Create());
        }

        NounCommands.AddTo(root, args);
        GroupedHelp.AddTo(root, [.. VerbList.All.Select(group => new CommandGroup(
            group.Title, root.Subcommands.Where(command => VerbList.GroupOf(command.Name) == group.Title)))]);
    }
}

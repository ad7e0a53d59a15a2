using System.CommandLine;
using CSharpChef.Cli.Hosting;
using CSharpChef.Cli.Nouns;
using CSharpChef.Cli.Verbs;
using CSharpChef.Converge.Ssh;

if (args is [var typed, _, ..]
    && VerbList.Machines.Has(typed)
    && !args.Any(arg => arg is "local" or "-f" or "--file"))
{
    SshWarmUp.Begin();
}

var root = new RootCommand("Configuration management in C#. Machines need only sshd and a shell.");
foreach (var verb in VerbList.All.SelectMany(group => group.Verbs).OrderBy(verb => verb.Name, StringComparer.Ordinal))
{
    root.Subcommands.Add(verb.Create());
}

if (args is not ["--version"] && !root.Subcommands.Any(verb => args is [var first, ..] && first == verb.Name))
{
    NounCommands.AddTo(root, args);
}

GroupedHelp.AddTo(root, [.. VerbList.All.Select(group => new CommandGroup(
    group.Title, root.Subcommands.Where(command => VerbList.GroupOf(command.Name) == group.Title)))]);
return await Host.RunAsync(root, args);

/// <summary>Declared here, or a generator of the web framework makes it public.</summary>
internal sealed partial class Program;

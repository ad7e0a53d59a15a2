using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CSharpChef.Cli.Hosting;

/// <summary>
/// Help of a command that has subcommands: one line for each, in groups. The help of a verb itself has options and
/// examples.
/// </summary>
internal sealed class GroupedHelp(SynchronousCommandLineAction verbHelp, IReadOnlyList<CommandGroup> groups)
    : SynchronousCommandLineAction
{
    private const int NameWidth = 14;

    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root, IReadOnlyList<CommandGroup> groups)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        // Completion would offer them, and a path may look like one.
        help.Aliases.Remove("/?");
        help.Aliases.Remove("/h");
        help.Action = new GroupedHelp((SynchronousCommandLineAction)help.Action!, groups);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        if (command.Subcommands.Count == 0)
        {
            return verbHelp.Invoke(parseResult);
        }

        Write(parseResult.InvocationConfiguration.Output, command);
        return 0;
    }

    private void Write(TextWriter output, Command command)
    {
        output.WriteLine(command.Description);
        output.WriteLine($"\nUsage: {Path(command)} COMMAND [OPTIONS]");
        output.WriteLine($"{Path(command)} COMMAND --help shows options and examples.");
        foreach (var group in command is RootCommand ? groups : [new("Commands", command.Subcommands)])
        {
            WriteLines(output, group.Title, group.Commands.Select(command => (command.Name, command.Description)));
        }

        WriteLines(output, "Options", command.Options.Where(option => !option.Hidden).Select(
            option => (string.Join(", ", option.Aliases.Prepend(option.Name)), option.Description)));
    }

    private static void WriteLines(
        TextWriter output, string title, IEnumerable<(string Name, string? Description)> lines)
    {
        output.WriteLine($"\n{title}:");
        foreach (var (name, description) in lines)
        {
            output.WriteLine($"  {name.PadRight(NameWidth)}  {description?.Split('\n')[0]}".TrimEnd());
        }
    }

    private static string Path(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Select(Path).Append(
            command is RootCommand ? "csharpchef" : command.Name));
}

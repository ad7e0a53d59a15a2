using System.CommandLine;

namespace CSharpChef.Cli.Hosting;

/// <summary>Commands that are listed together in <c>--help</c>.</summary>
internal sealed record CommandGroup(string Title, IEnumerable<Command> Commands);

using System.CommandLine;

namespace CSharpChef.Cli.Hosting;

/// <summary>Commands that stand together in <c>--help</c>.</summary>
internal sealed record CommandGroup(string Title, IEnumerable<Command> Commands);

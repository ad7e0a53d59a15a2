using System.CommandLine;

namespace CSharpChef.Cli.Hosting;

/// <summary>Commands under one heading in <c>--help</c>.</summary>
internal sealed record CommandGroup(string Title, IEnumerable<Command> Commands);

using System.CommandLine;

namespace CSharpChef.Cli.Verbs;

/// <summary>A verb of the command line. Its name is known before its command is created.</summary>
internal sealed record Verb(string Name, Func<Command> Create);

namespace CSharpChef.Cli.Nouns.Machines;

/// <summary>An instance of a machine that was registered, and where the server reaches the machine.</summary>
internal sealed record RegisteredInstance(string Id, string Hostname, string Address, int Port);

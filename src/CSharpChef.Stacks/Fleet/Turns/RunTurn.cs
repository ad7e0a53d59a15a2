namespace CSharpChef.Stacks.Fleet.Turns;

/// <summary>A command that runs on this server, or waits for a turn to run.</summary>
/// <param name="Instance">The id of its instance, which runs one command at a time.</param>
/// <param name="Command">The id of the command.</param>
/// <param name="Stack">The id of its stack.</param>
internal sealed record RunTurn(string Instance, string Command, string Stack);

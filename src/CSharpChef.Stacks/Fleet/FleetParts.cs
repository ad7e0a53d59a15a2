using CSharpChef.Stacks.Fleet.Logins;
using CSharpChef.Stacks.Fleet.Turns;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Store;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Stacks.Fleet;

/// <summary>What the work on instances uses.</summary>
/// <param name="Store">The store.</param>
/// <param name="Providers">The providers of machines that this server offers.</param>
/// <param name="Login">Logs in to machines.</param>
/// <param name="Runner">Runs commands on machines.</param>
internal sealed record FleetParts(
    DocumentStore Store, MachineProviders Providers, IMachineLogin Login, ICommandRunner Runner)
{
    /// <summary>Changes the accounts on machines.</summary>
    public required IMachineAccounts Accounts { get; init; }

    public FleetOptions Options { get; init; } = new();

    /// <summary>The turns of the commands that run at once.</summary>
    public RunTurns Turns { get; init; } = new(RunTurns.Usual);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public required ILogger Log { get; init; }

    /// <summary>The id of this server, which is another one after each start.</summary>
    public string ServerId { get; } = Guid.NewGuid().ToString();
}

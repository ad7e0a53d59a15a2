using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Fleet.Turns;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Runs;
using CSharpChef.Stacks.Runs.Accounts;
using CSharpChef.Stacks.Runs.Compilation;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Web.Api;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Serving;

/// <summary>The part of a server that starts machines and runs commands on them.</summary>
internal sealed class ServerFleet : IAsyncDisposable
{
    private readonly DocumentStore store;
    private readonly SiloHost silo;
    private readonly FleetHost host;
    private readonly StackCookbookRecipes recipes;

    private readonly RunTurns turns;

    private ServerFleet(
        DocumentStore store, SiloHost silo, FleetHost host, StackCookbookRecipes recipes, RunTurns turns) =>
        (this.store, this.silo, this.host, this.recipes, this.turns) = (store, silo, host, recipes, turns);

    /// <param name="options">The options of the server.</param>
    /// <param name="store">The store.</param>
    /// <param name="providers">The providers of machines.</param>
    /// <param name="silo">Carries news of work to the servers of the cluster.</param>
    /// <param name="log">The log.</param>
    /// <param name="ct">Cancels the start.</param>
    public static async Task<ServerFleet> StartAsync(
        ServerOptions options, DocumentStore store, MachineProviders providers, SiloHost silo, ILoggerFactory log,
        CancellationToken ct)
    {
        var folder = options.Store.DataFolder;
        CompiledVersions.RemoveOthers(
            folder, [.. await store.ReadAsync(session => session.IdsAsync<Stack>(), ct)]);
        var logger = log.CreateLogger(ServerLog.Name);
        var recipes = new StackCookbookRecipes(store, folder, options.Sources, logger);
        var runner = new RecipeCommands(store, recipes, new RunSettings(folder));
        var parts = new FleetParts(
            store, providers.With(RegisteredMachines.Of(store)), new MachineLogin(store), runner)
        {
            Accounts = new MachineAccounts(store),
            Log = logger,
            Turns = new(options.MostRuns),
        };
        var host = await FleetHost.StartAsync(parts, ct);
        silo.Fleet.Host = host;
        store.Woken = silo.Wake;
        return new(store, silo, host, recipes, parts.Turns);
    }

    /// <summary>The wait of a command for a turn to run; null when it waits for none.</summary>
    public CommandWait? TurnOf(string command) => turns.WaitOf(command);

    public async ValueTask DisposeAsync()
    {
        store.Woken = null;
        silo.Fleet.Host = null;
        await host.DisposeAsync();
        await recipes.DisposeAsync();
    }
}

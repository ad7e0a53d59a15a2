using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Instances;

/// <summary>Finds the name of the provider of an instance's machine.</summary>
internal static class MachineProvider
{
    /// <summary>
    /// The provider of the first start, else that of the stack, else that of the server. A stack without one cannot
    /// start machines.
    /// </summary>
    public static async Task<string> RequireAsync(Instance instance, StoreSession store, ServerFacts server) =>
        Require(instance, await store.FindAsync<Stack>(instance.StackId), server);

    public static string Require(Instance instance, Stack? stack, ServerFacts server)
    {
        var name = instance.Life.Provider ?? stack?.Provider ?? server.DefaultProvider
            ?? throw ApiError.Invalid(
                $"Instance {instance.Label} cannot be started: its stack has no provider of machines. "
                + "Register existing machines with csharpchef instance register, start the server with serve --local for machines of its own host, or name a provider with csharpchef stack provider.");
        return server.Providers.Contains(name)
            ? name
            : throw ApiError.Invalid(
                $"Instance {instance.Label} cannot be started: this server does not offer the provider '{name}'. It offers: {(server.Providers.Count > 0 ? string.Join(", ", server.Providers) : "none")}.");
    }
}

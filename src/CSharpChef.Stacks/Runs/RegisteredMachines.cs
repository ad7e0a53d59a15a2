using CSharpChef.Converge;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Static;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs;

/// <summary>Makes the provider of registered machines, whose instances are in the store.</summary>
internal static class RegisteredMachines
{
    public static StaticMachines Of(DocumentStore store)
    {
        var hosts = new ServerHosts(store);
        return new(
            async (id, ct) => Machine(await FindAsync(store, id, ct)),
            async (machine, command, ct) => await RunAsync(hosts, await FindAsync(store, machine.Id, ct), command, ct));
    }

    private static Task<Instance?> FindAsync(DocumentStore store, string id, CancellationToken ct) =>
        store.ReadAsync(session => session.FindAsync<Instance>(id), ct);

    private static StaticMachine? Machine(Instance? instance) =>
        instance is { IsRegistered: true, Life: { Address: { } address } life }
            ? new(instance.InstanceId, address) { Port = life.Port, HostKeys = life.HostKeys }
            : null;

    private static async Task<int> RunAsync(
        ServerHosts hosts, Instance? instance, string command, CancellationToken ct) =>
        instance is not null && await hosts.FindAsync(instance, ct) is { } host
            ? (await ServerSession.RunAsync(host, command, ct)).ExitCode
            : throw new ProviderException("The stack of the machine was deleted.");
}

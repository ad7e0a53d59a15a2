using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Fleet;

/// <summary>Acts on the machine of one instance, through its provider or over SSH, and says what came of it.</summary>
internal sealed class MachineActs(FleetParts parts, string id)
{
    private string? lastProblem;

    /// <summary>The end of a status that lasts too long, with the last problem that was met; null before.</summary>
    public InstanceEvent? LimitPassed(Instance instance) =>
        parts.Options.Limits.Passed(instance, parts.Clock.GetUtcNow()) is InstanceEvent.LimitPassed passed
            ? passed with { Limit = lastProblem is null ? passed.Limit : $"{passed.Limit}: {lastProblem}" }
            : null;

    /// <returns>What happened; null when nothing has changed yet.</returns>
    public async Task<InstanceEvent?> ActAsync(InstanceStep step, Instance instance, CancellationToken ct)
    {
        try
        {
            return await ActAsync(step, instance, parts.Providers.Require(instance.Life.Provider), ct);
        }
        catch (ProviderException e) when (step is InstanceStep.Launch or InstanceStep.StartMachine)
        {
            return new InstanceEvent.Refused(instance.Life.Generation, e.Message);
        }
        catch (Exception e) when (e is ChefException or IOException or TimeoutException)
        {
            // Whether the call did its work is not known: it is made again, and does only what is left to do.
            lastProblem = e.Message;
            FleetLog.ProviderFailed(parts.Log, instance.Life.Provider ?? "", id, e.Message);
            return null;
        }
    }

    /// <summary>The end of a machine that its provider has seen to stop or does not know; null otherwise.</summary>
    public async Task<InstanceEvent?> EndAsync(Instance instance, CancellationToken ct) =>
        // Nobody sees whether a registered machine was stopped, or cannot be reached.
        !instance.IsRegistered
            && await ActAsync(InstanceStep.Describe, instance, ct) is { } seen and not InstanceEvent.Running
            ? seen
            : null;

    private async Task<InstanceEvent?> ActAsync(
        InstanceStep step, Instance instance, IMachineProvider provider, CancellationToken ct)
    {
        var machineId = instance.MachineId ?? "";
        switch (step)
        {
            case InstanceStep.Launch:
                return new InstanceEvent.Launched(
                    instance.Life.Generation, (await provider.LaunchAsync(await OrderAsync(instance, ct), ct)).Id);
            case InstanceStep.StartMachine:
                await provider.StartAsync(machineId, ct);
                return new InstanceEvent.Launched(instance.Life.Generation, machineId);
            case InstanceStep.FindMachine:
                return await provider.FindAsync(Token(instance), ct) is { } found
                    ? new InstanceEvent.Launched(instance.Life.Generation, found.Id)
                    : new InstanceEvent.Gone();
            case InstanceStep.Reboot:
                await RebootAsync(instance, provider, ct);
                return new InstanceEvent.RebootSent();
            case InstanceStep.LogIn:
                return await LogInAsync(instance, provider, ct);
            case InstanceStep.RemoveAccess:
                return Removed(await parts.Accounts.RemoveAsync(instance, ct));
            case InstanceStep.StopMachine:
                await provider.StopAsync(machineId, force: false, ct);
                break;
            case InstanceStep.TerminateMachine:
                await provider.TerminateAsync(machineId, ct);
                break;
        }

        return EventOf(await provider.DescribeAsync(machineId, ct));
    }

    private async Task<InstanceEvent?> LogInAsync(Instance instance, IMachineProvider provider, CancellationToken ct)
    {
        switch (await parts.Login.TryAsync(instance, ct))
        {
            case LoginResult.LoggedIn login:
                return new InstanceEvent.LoggedIn(login.BootId);
            case LoginResult.Refused refused:
                return new InstanceEvent.LoginRefused(refused.Why);
            case LoginResult.NotYet notYet:
                lastProblem = notYet.Why;
                break;
        }

        if (instance.IsRegistered && instance.Status != InstanceStatus.Rebooting)
        {
            return new InstanceEvent.LoginFailed(lastProblem!);
        }

        return EventOf(await provider.DescribeAsync(instance.MachineId ?? "", ct));
    }

    private InstanceEvent? Removed(LoginResult result)
    {
        switch (result)
        {
            case LoginResult.LoggedIn:
                return new InstanceEvent.AccessRemoved();
            case LoginResult.Refused refused:
                return new InstanceEvent.LoginRefused(refused.Why);
            case LoginResult.NotYet notYet:
                lastProblem = notYet.Why;
                break;
        }

        return null;
    }

    // A machine that its provider cannot reboot reboots itself.
    private async Task RebootAsync(Instance instance, IMachineProvider provider, CancellationToken ct)
    {
        try
        {
            await provider.RebootAsync(instance.MachineId ?? "", ct);
        }
        catch (ProviderException)
        {
            await parts.Login.RebootAsync(instance, ct);
        }
    }

    private async Task<MachineOrder> OrderAsync(Instance instance, CancellationToken ct)
    {
        var stack = await parts.Store.ReadAsync(session => session.FindAsync<Stack>(instance.StackId), ct);
        return new(instance.InstanceId, instance.Life.Generation, instance.Hostname!)
        {
            Type = instance.InstanceType,
            Os = instance.Os,
            AuthorizedKeys = stack?.SshKey is { } key ? [key.LineFor(stack.Name)] : [],
        };
    }

    private static string Token(Instance instance) =>
        MachineOrder.TokenOf(instance.InstanceId, instance.Life.Generation);

    private static InstanceEvent? EventOf(Machine? machine) => machine switch
    {
        null => new InstanceEvent.Gone(),
        { State: MachineState.Stopped } => new InstanceEvent.Stopped(),
        { State: MachineState.Running, Address: { } address } =>
            new InstanceEvent.Running(address, machine.Port, machine.HostKeys)
            {
                ReachesPackages = machine.ReachesPackages,
            },
        _ => null,
    };
}

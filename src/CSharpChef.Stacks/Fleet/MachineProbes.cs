using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;

namespace CSharpChef.Stacks.Fleet;

/// <summary>Looks once a minute whether the machine of an instance still answers, by a login.</summary>
internal sealed class MachineProbes(FleetParts parts, MachineActs machine, string id)
{
    private readonly long origin = parts.Clock.GetTimestamp();
    private ProbeHistory? history;
    private DateTimeOffset since;

    /// <summary>Probes the machine when it is time to.</summary>
    /// <returns>What happened, or null when nothing changes; and how long to wait for the next probe.</returns>
    public async Task<(InstanceEvent? Happened, TimeSpan Wait)> ActAsync(Instance instance, CancellationToken ct)
    {
        var current = HistoryOf(instance);
        if (current.Due <= Passed)
        {
            var (next, happened) = await ProbeAsync(instance, current, ct);
            history = next;
            return (happened, next.Due - Passed);
        }

        return (null, current.Due - Passed);
    }

    private TimeSpan Passed => parts.Clock.GetElapsedTime(origin);

    // What was seen in an earlier status says nothing about this one.
    private ProbeHistory HistoryOf(Instance instance)
    {
        if (history is null || since != instance.Life.Since)
        {
            (history, since) = (ProbeHistory.Begin(Passed, First(instance)), instance.Life.Since);
        }

        return history;
    }

    private TimeSpan First(Instance instance) => instance.Status == InstanceStatus.ConnectionLost
        ? TimeSpan.Zero
        : ProbeHistory.Period * ((uint)StringComparer.Ordinal.GetHashCode(id) % 1000) / 1000;

    private async Task<(ProbeHistory, InstanceEvent?)> ProbeAsync(
        Instance instance, ProbeHistory before, CancellationToken ct)
    {
        switch (await parts.Login.TryAsync(instance, ct))
        {
            case LoginResult.LoggedIn login:
                var answered = before.Answered(Passed);
                return (answered, EventOf(instance, login.BootId, answered));
            case LoginResult.Refused refused:
                return (before.Failed(Passed), new InstanceEvent.LoginRefused(refused.Why));
            case LoginResult.NotYet notYet:
                var failed = before.Failed(Passed);
                return (failed, failed.IsLost(Passed)
                    ? new InstanceEvent.Silent($"the machine has not answered for {(Passed - failed.Since!.Value).TotalMinutes:0} minutes: {notYet.Why}")
                    : await machine.EndAsync(instance, ct));
            default:
                throw new InvalidOperationException("the login has another result");
        }
    }

    private static InstanceEvent.Answers? EventOf(Instance instance, string boot, ProbeHistory history)
    {
        var isAnother = instance.Life.BootId != boot;
        return isAnother || (instance.Status == InstanceStatus.ConnectionLost && history.IsBack)
            ? new(boot, isAnother)
            : null;
    }
}

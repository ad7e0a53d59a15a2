using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances.Life;

/// <summary>The status that follows when something happens to an instance's machine or commands. Pure.</summary>
internal static class InstanceTransitions
{
    private static readonly IReadOnlyDictionary<InstanceStatus, InstanceStatus> AfterLimit =
        new Dictionary<InstanceStatus, InstanceStatus>
        {
            [InstanceStatus.Requested] = InstanceStatus.StartFailed,
            [InstanceStatus.Pending] = InstanceStatus.StartFailed,
            [InstanceStatus.Booting] = InstanceStatus.StartFailed,
            [InstanceStatus.Rebooting] = InstanceStatus.ConnectionLost,
            [InstanceStatus.Stopping] = InstanceStatus.StopFailed,
            [InstanceStatus.ShuttingDown] = InstanceStatus.StopFailed,
            [InstanceStatus.Terminating] = InstanceStatus.StopFailed,
        };

    /// <returns>The instance after the event; the same object when the event changes nothing.</returns>
    public static Instance Apply(Instance instance, InstanceEvent happened, DateTimeOffset now) => happened switch
    {
        InstanceEvent.Launched launched => Launched(instance, launched, now),
        InstanceEvent.Refused refused => Refused(instance, refused, now),
        InstanceEvent.Running running => Running(instance, running, now),
        InstanceEvent.Stopped => Stopped(instance, now),
        InstanceEvent.Gone => Gone(instance, now),
        InstanceEvent.LoggedIn login => LoggedIn(instance, login, now),
        InstanceEvent.RebootSent when instance is { Status: InstanceStatus.Rebooting, Life.IsRebootSent: false } =>
            instance with { Machine = instance.Life with { IsRebootSent = true } },
        InstanceEvent.RebootSent => instance,
        InstanceEvent.Silent => instance.Status == InstanceStatus.Online
            ? instance.Entering(InstanceStatus.ConnectionLost, now)
            : instance,
        InstanceEvent.Answers answers => Answers(instance, answers, now),
        InstanceEvent.LoginRefused => LoginRefused(instance, now),
        InstanceEvent.LoginFailed failed => RegisteredTransitions.LoginFailed(instance, failed),
        InstanceEvent.AccessRemoved => RegisteredTransitions.Forgotten(instance),
        InstanceEvent.CommandQueued queued => CommandQueued(instance, queued, now),
        InstanceEvent.CommandEnded ended => CommandEnded(instance, ended, now),
        InstanceEvent.LimitPassed => AfterLimit.TryGetValue(instance.Status, out var next)
            ? instance.Entering(next, now)
            : RegisteredTransitions.LimitPassed(instance, now),
        InstanceEvent.Next => Next(instance, now),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    /// <summary>True when the end of its machine, and not only a stop, is what the instance waits for.</summary>
    public static bool EndsMachine(Instance instance) =>
        instance.Life.Wanted == WantedState.Deleted || instance.RootDeviceType == RootDeviceType.InstanceStore;

    private static Instance Launched(Instance instance, InstanceEvent.Launched launched, DateTimeOffset now)
    {
        if (!instance.Life.IsLaunching
            || launched.Generation != instance.Life.Generation
            || (instance.Ec2InstanceId ?? launched.MachineId) != launched.MachineId)
        {
            return instance;
        }

        var known = instance with
        {
            Ec2InstanceId = launched.MachineId,
            Machine = instance.Life with { IsLaunching = false },
        };
        return known.Status == InstanceStatus.Requested ? known.Entering(InstanceStatus.Pending, now) : known;
    }

    private static Instance Refused(Instance instance, InstanceEvent.Refused refused, DateTimeOffset now)
    {
        if (!instance.Life.IsLaunching || refused.Generation != instance.Life.Generation)
        {
            return instance;
        }

        var known = instance with { Machine = instance.Life with { IsLaunching = false } };
        return known.Status == InstanceStatus.Requested ? known.Entering(InstanceStatus.StartFailed, now) : known;
    }

    private static Instance Running(Instance instance, InstanceEvent.Running running, DateTimeOffset now) =>
        instance.Status == InstanceStatus.Pending
            ? (instance with
            {
                PrivateIp = running.Address,
                Machine = instance.Life with
                {
                    Address = running.Address,
                    Port = running.Port,
                    HostKeys = running.HostKeys,
                    ReachesPackages = running.ReachesPackages,
                },
            }).Entering(InstanceStatus.Booting, now)
            : instance;

    private static Instance Stopped(Instance instance, DateTimeOffset now) => instance.Status switch
    {
        InstanceStatus.Booting => instance.Entering(InstanceStatus.StartFailed, now),
        InstanceStatus.Online => instance.Entering(InstanceStatus.ConnectionLost, now),
        InstanceStatus.Stopping or InstanceStatus.ShuttingDown when !EndsMachine(instance) =>
            instance.WithoutAddress().Entering(InstanceStatus.Stopped, now),
        _ => instance,
    };

    private static Instance Gone(Instance instance, DateTimeOffset now)
    {
        var gone = instance.WithoutAddress() with { Ec2InstanceId = null };
        gone = gone with { Machine = gone.Life with { IsLaunching = false } };
        return instance.Status switch
        {
            InstanceStatus.Online => instance.Entering(InstanceStatus.ConnectionLost, now),
            InstanceStatus.Pending or InstanceStatus.Booting => gone.Entering(InstanceStatus.StartFailed, now),
            InstanceStatus.Stopping or InstanceStatus.ShuttingDown or InstanceStatus.Terminating =>
                gone.Entering(EndsMachine(instance) ? InstanceStatus.Terminated : InstanceStatus.Stopped, now),
            _ => instance,
        };
    }

    private static Instance LoggedIn(Instance instance, InstanceEvent.LoggedIn login, DateTimeOffset now) =>
        instance.Status switch
        {
            InstanceStatus.Booting or InstanceStatus.Registering or InstanceStatus.Assigning =>
                instance with { Machine = instance.Life with { BootId = login.BootId, LoginProblem = null } },
            InstanceStatus.Rebooting when instance.Life.IsRebootSent && login.BootId != instance.Life.BootId =>
                instance.Reached(login.BootId, now),
            _ => instance,
        };

    // A machine that rebooted by itself stays what it is.
    private static Instance Answers(Instance instance, InstanceEvent.Answers answers, DateTimeOffset now) =>
        instance.Status switch
        {
            InstanceStatus.ConnectionLost => instance.Reached(answers.BootId, now),
            InstanceStatus.Online when instance.Life.BootId != answers.BootId =>
                instance with { Machine = instance.Life with { BootId = answers.BootId } },
            _ => instance,
        };

    private static Instance LoginRefused(Instance instance, DateTimeOffset now) => instance.Status switch
    {
        InstanceStatus.Booting => instance.Entering(InstanceStatus.StartFailed, now),
        InstanceStatus.Rebooting or InstanceStatus.Online => instance.Entering(InstanceStatus.ConnectionLost, now),
        _ => RegisteredTransitions.LimitPassed(instance, now),
    };

    private static Instance CommandQueued(Instance instance, InstanceEvent.CommandQueued queued, DateTimeOffset now)
    {
        var next = (queued.Type, instance.Status) switch
        {
            (LifeCommands.Setup, InstanceStatus.Booting or InstanceStatus.SetupFailed or InstanceStatus.Online
                or InstanceStatus.Assigning) => InstanceStatus.RunningSetup,
            (LifeCommands.Shutdown, InstanceStatus.Stopping or InstanceStatus.Terminating) =>
                InstanceStatus.ShuttingDown,
            _ => instance.Status,
        };
        return next == instance.Status
            ? RegisteredTransitions.CommandQueued(instance, queued)
            : (instance with { Machine = instance.Life with { CommandId = queued.CommandId } }).Entering(next, now);
    }

    private static Instance CommandEnded(Instance instance, InstanceEvent.CommandEnded ended, DateTimeOffset now)
    {
        if (ended.CommandId != instance.Life.CommandId)
        {
            return instance;
        }

        var free = instance with { Machine = instance.Life with { CommandId = null } };
        return instance.Status switch
        {
            InstanceStatus.RunningSetup =>
                free.AfterSetup(ended.IsSuccessful).Entering(
                    ended.IsSuccessful ? RegisteredTransitions.ReadyStatus(free) : InstanceStatus.SetupFailed, now),

            // A second Shutdown of the same machine would run its recipes twice.
            InstanceStatus.ShuttingDown => free with { Machine = free.Life with { BootId = null } },
            _ => RegisteredTransitions.CommandEnded(free, ended.IsSuccessful, now),
        };
    }

    private static Instance Next(Instance instance, DateTimeOffset now) => instance.Status switch
    {
        InstanceStatus.Terminated when instance.Life.Wanted != WantedState.Deleted =>
            instance.Entering(InstanceStatus.Stopped, now),
        InstanceStatus.Stopped when instance.Life.Wanted == WantedState.Running => instance.Starting(now),
        _ => instance,
    };
}

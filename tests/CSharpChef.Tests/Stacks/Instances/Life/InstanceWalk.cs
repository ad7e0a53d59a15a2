using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Tests.Stacks.Instances.Life;

/// <summary>
/// Takes an instance through random events, also late, repeated and contradicting ones, and random requests of users,
/// while the clock jumps.
/// </summary>
internal sealed class InstanceWalk(int seed)
{
    private readonly Random random = new(seed);
    private readonly List<InstanceEvent> past = [];
    private DateTimeOffset now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private int lastId;

    public Instance Instance { get; private set; } = new()
    {
        InstanceId = "i",
        StackId = "s",
        Arn = "a",
        Status = InstanceStatus.Stopped,
        CreatedAt = default,
        RootDeviceType = seed % 2 == 0 ? RootDeviceType.Ebs : RootDeviceType.InstanceStore,
    };

    public DateTimeOffset Now => now;

    /// <summary>The last event; null when the last step was a request of a user.</summary>
    public InstanceEvent? Last { get; private set; }

    /// <summary>True when the last request of a user was a stop by force.</summary>
    public bool IsForced { get; private set; }

    /// <summary>Takes one step, and returns the instance before it.</summary>
    public Instance Step()
    {
        var before = Instance;
        now += TimeSpan.FromSeconds(random.Next(8) == 0 ? random.Next(-7200, 7200) : random.Next(60));
        Last = random.Next(5) == 0 ? null : Event();
        Instance = Last is null ? Request() : InstanceTransitions.Apply(Instance, Last, now);
        if (Last is not null)
        {
            past.Add(Last);
        }

        return before;
    }

    private Instance Request()
    {
        var request = random.Next(6);
        IsForced = request == 3 && random.Next(4) == 0;
        try
        {
            return request switch
            {
                0 or 1 or 2 => InstanceStates.Start(Instance, "memory", "ann", now),
                3 => InstanceStates.Stop(Instance, IsForced, "bob", now),
                4 => InstanceStates.Reboot(Instance, now),
                _ => Delete(),
            };
        }
        catch (OperationException)
        {
            return Instance;
        }
    }

    private Instance Delete()
    {
        InstanceStates.RequireDeletable(Instance);
        return InstanceStates.MayHaveMachine(Instance) ? InstanceStates.Delete(Instance, "carl", now) : Instance;
    }

    // Mostly what the step may lead to; sometimes anything, or something of the past once more.
    private InstanceEvent Event() => random.Next(6) switch
    {
        0 => Any(),
        1 when past.Count > 0 => past[random.Next(past.Count)],
        _ => Expected(),
    };

    private InstanceEvent Expected() => InstanceSteps.Of(Instance) switch
    {
        InstanceStep.Launch or InstanceStep.StartMachine => random.Next(5) == 0
            ? new InstanceEvent.Refused(Instance.Life.Generation, "no")
            : new InstanceEvent.Launched(Instance.Life.Generation, Instance.Ec2InstanceId ?? NewId("machine")),
        InstanceStep.FindMachine => random.Next(2) == 0
            ? new InstanceEvent.Gone()
            : new InstanceEvent.Launched(Instance.Life.Generation, NewId("machine")),
        InstanceStep.Describe => new InstanceEvent.Running("192.0.2.1", 22, ["ssh-ed25519 AAAA"]),
        InstanceStep.LogIn when Instance is { Status: InstanceStatus.Booting, Life.BootId: not null } =>
            new InstanceEvent.CommandQueued(NewId("command"), LifeCommands.Setup),
        InstanceStep.Reboot => new InstanceEvent.RebootSent(),
        InstanceStep.LogIn => new InstanceEvent.LoggedIn(NewId("boot")),
        InstanceStep.RunCommands when Instance.Life.CommandId is { } command =>
            new InstanceEvent.CommandEnded(command, random.Next(4) > 0, "it ended"),
        InstanceStep.RunCommands when Instance.Status == InstanceStatus.Online && random.Next(3) == 0 =>
            new InstanceEvent.Silent("it does not answer"),
        InstanceStep.Probe => new InstanceEvent.Answers(NewId("boot"), true),
        InstanceStep.QueueShutdown => new InstanceEvent.CommandQueued(NewId("command"), LifeCommands.Shutdown),
        InstanceStep.StopMachine => new InstanceEvent.Stopped(),
        InstanceStep.TerminateMachine => new InstanceEvent.Gone(),
        InstanceStep.GoOn => new InstanceEvent.Next(),
        _ => Any(),
    };

    private InstanceEvent Any() => random.Next(12) switch
    {
        0 => new InstanceEvent.Launched(random.Next(4), NewId("machine")),
        1 => new InstanceEvent.Refused(random.Next(4), "no"),
        2 => new InstanceEvent.Running("192.0.2.1", 22, []),
        3 => new InstanceEvent.Stopped(),
        4 => new InstanceEvent.Gone(),
        5 => new InstanceEvent.LoggedIn(NewId("boot")),
        6 => new InstanceEvent.LoginRefused("another host key"),
        7 => new InstanceEvent.CommandQueued(NewId("command"), random.Next(2) == 0 ? LifeCommands.Setup : LifeCommands.Shutdown),
        8 => new InstanceEvent.CommandEnded($"command-{random.Next(1 + lastId)}", random.Next(2) == 0, "it ended"),
        9 => new InstanceEvent.Silent("it does not answer"),
        10 => new InstanceEvent.Answers(NewId("boot"), true),
        _ => new InstanceEvent.LimitPassed("too long"),
    };

    private string NewId(string noun) => $"{noun}-{++lastId}";
}

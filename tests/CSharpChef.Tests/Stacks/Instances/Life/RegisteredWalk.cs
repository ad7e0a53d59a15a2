using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Tests.Stacks.Instances.Life;

/// <summary>
/// Takes a registered machine through random events, also late, repeated and contradicting ones, and random requests of
/// users, while the clock jumps.
/// </summary>
internal sealed class RegisteredWalk(int seed)
{
    private readonly Random random = new(seed);
    private readonly List<InstanceEvent> past = [];
    private int lastId;

    public Instance Instance { get; private set; } = new()
    {
        InstanceId = "i",
        StackId = "s",
        Arn = "a",
        Status = InstanceStatus.Registering,
        CreatedAt = default,
        InfrastructureClass = Instance.OnPremises,
        LayerIds = [],
        Machine = new() { Address = "192.0.2.1", HostKeys = ["ssh-ed25519 AAAA"] },
    };

    public DateTimeOffset Now { get; private set; } = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The last event; null when the last step was a request of a user.</summary>
    public InstanceEvent? Last { get; private set; }

    /// <summary>Takes one step, and returns the instance before it.</summary>
    public Instance Step()
    {
        var before = Instance;
        Now += TimeSpan.FromSeconds(random.Next(8) == 0 ? random.Next(-7200, 7200) : random.Next(60));
        Last = random.Next(4) == 0 ? null : Event();
        Instance = Last is null ? Request() : InstanceTransitions.Apply(Instance, Last, Now);
        if (Last is not null)
        {
            past.Add(Last);
        }

        return before;
    }

    private Instance Request()
    {
        try
        {
            return random.Next(8) switch
            {
                0 => InstanceStates.Unassign(Instance, "bob", Now),
                1 => InstanceStates.Deregister(Instance, "carl", Now),
                2 => InstanceStates.Reboot(Instance, Now),
                _ => InstanceStates.Assign(Instance, ["web"], "ann", Now),
            };
        }
        catch (OperationException)
        {
            return Instance;
        }
    }

    private InstanceEvent Event() => random.Next(6) switch
    {
        0 or 1 => Any(),
        2 when past.Count > 0 => past[random.Next(past.Count)],
        _ => Expected(),
    };

    private InstanceEvent Expected() => InstanceSteps.Of(Instance) switch
    {
        InstanceStep.LogIn when Instance.Life.BootId is not null && Instance.Status != InstanceStatus.Rebooting =>
            new InstanceEvent.CommandQueued(NewId("command"), LifeCommands.Setup),
        InstanceStep.LogIn => new InstanceEvent.LoggedIn(NewId("boot")),
        InstanceStep.Reboot => new InstanceEvent.RebootSent(),
        InstanceStep.QueueShutdown => new InstanceEvent.CommandQueued(NewId("command"), LifeCommands.Shutdown),
        InstanceStep.RunCommands when Instance.Life.CommandId is { } command =>
            new InstanceEvent.CommandEnded(command, random.Next(4) > 0, "it ended"),
        InstanceStep.RemoveAccess => new InstanceEvent.AccessRemoved(),
        _ => Any(),
    };

    private InstanceEvent Any() => random.Next(8) switch
    {
        0 => new InstanceEvent.Running("192.0.2.1", 22, []),
        1 => new InstanceEvent.LoginFailed("it refused the connection"),
        2 => new InstanceEvent.LoggedIn(NewId("boot")),
        3 => new InstanceEvent.LoginRefused("another host key"),
        4 => new InstanceEvent.CommandQueued(NewId("command"), random.Next(2) == 0 ? LifeCommands.Setup : LifeCommands.Shutdown),
        5 => new InstanceEvent.CommandEnded($"command-{random.Next(1 + lastId)}", random.Next(2) == 0, "it ended"),
        6 => new InstanceEvent.AccessRemoved(),
        _ => new InstanceEvent.LimitPassed("too long"),
    };

    private string NewId(string noun) => $"{noun}-{++lastId}";
}

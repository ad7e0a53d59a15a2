namespace CSharpChef.Stacks.Instances.Life;

/// <summary>Something that happened to the machine or the commands of an instance.</summary>
internal abstract record InstanceEvent
{
    private InstanceEvent()
    {
    }

    /// <summary>Why the event changes the status, for the activity log.</summary>
    public abstract string Reason { get; }

    /// <summary>The provider has the machine, or accepted its start.</summary>
    internal sealed record Launched(int Generation, string MachineId) : InstanceEvent
    {
        public override string Reason => $"the provider launched machine {MachineId}";
    }

    /// <summary>The provider refused to launch or start the machine.</summary>
    internal sealed record Refused(int Generation, string Why) : InstanceEvent
    {
        public override string Reason => $"the machine cannot be started: {Why}";
    }

    /// <summary>The provider sees the machine run at an address.</summary>
    internal sealed record Running(string Address, int Port, IReadOnlyList<string> HostKeys) : InstanceEvent
    {
        public bool ReachesPackages { get; init; } = true;

        public override string Reason => $"the machine runs at {Address}";
    }

    /// <summary>The provider sees the machine stopped.</summary>
    internal sealed record Stopped : InstanceEvent
    {
        public override string Reason => "the machine has stopped";
    }

    /// <summary>The provider does not know the machine.</summary>
    internal sealed record Gone : InstanceEvent
    {
        public override string Reason => "the machine does not exist";
    }

    /// <summary>The server logged in to the machine, and found it in this boot.</summary>
    internal sealed record LoggedIn(string BootId) : InstanceEvent
    {
        public override string Reason => "the server has logged in";
    }

    /// <summary>The machine was asked to reboot.</summary>
    internal sealed record RebootSent : InstanceEvent
    {
        public override string Reason => "the machine was asked to reboot";
    }

    /// <summary>A login to a registered machine failed, and is tried again.</summary>
    internal sealed record LoginFailed(string Why) : InstanceEvent
    {
        public override string Reason => $"the server could not log in: {Why}";
    }

    /// <summary>The server removed its access from a registered machine.</summary>
    internal sealed record AccessRemoved : InstanceEvent
    {
        public override string Reason => "the access of the server was removed from the machine";
    }

    /// <summary>The machine must not be logged in to, as when its host key is not the expected one.</summary>
    internal sealed record LoginRefused(string Why) : InstanceEvent
    {
        public override string Reason => Why;
    }

    /// <summary>The machine does not answer for so long that its connection counts as lost.</summary>
    internal sealed record Silent(string Why) : InstanceEvent
    {
        public override string Reason => Why;
    }

    /// <summary>The machine answers, in this boot.</summary>
    internal sealed record Answers(string BootId, bool IsAnotherBoot) : InstanceEvent
    {
        public override string Reason => IsAnotherBoot
            ? "the machine answers after a reboot that the server did not ask for"
            : "the machine answers again";
    }

    /// <summary>A Setup or Shutdown command was queued.</summary>
    internal sealed record CommandQueued(string CommandId, string Type) : InstanceEvent
    {
        public override string Reason => $"the command {Type} was queued";
    }

    /// <summary>A command has ended.</summary>
    internal sealed record CommandEnded(string CommandId, bool IsSuccessful, string Ending) : InstanceEvent
    {
        public override string Reason => Ending;
    }

    /// <summary>The time limit of the status has passed.</summary>
    internal sealed record LimitPassed(string Limit) : InstanceEvent
    {
        public override string Reason => Limit;
    }

    /// <summary>What the status waits for by itself has come: an instance that is wanted again starts again.</summary>
    internal sealed record Next : InstanceEvent
    {
        public override string Reason => "it is wanted again";
    }
}

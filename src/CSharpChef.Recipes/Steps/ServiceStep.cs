namespace CSharpChef.Recipes;

/// <summary>The states of a service that a <see cref="ServiceStep"/> can ask for.</summary>
public enum ServiceState
{
    /// <summary>Starts at boot.</summary>
    Enabled,

    /// <summary>Does not start at boot.</summary>
    Disabled,

    /// <summary>Runs now.</summary>
    Started,

    /// <summary>Does not run now.</summary>
    Stopped,

    /// <summary>Is stopped, if it runs, and started. Always a change.</summary>
    Restarted,

    /// <summary>Reads its configuration again, if it runs. Always a change then.</summary>
    Reloaded,

    /// <summary>Cannot be started.</summary>
    Masked,
}

/// <summary>A service of the machine's init system is in a state.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="State">The state.</param>
public sealed record ServiceStep(string Name, ServiceState State) : Step
{
    internal const string Enable = "enable";
    internal const string Disable = "disable";
    internal const string Start = "start";
    internal const string Stop = "stop";
    internal const string Restart = "restart";
    internal const string Reload = "reload";
    internal const string Mask = "mask";

    /// <inheritdoc />
    public override Subject Subject => new("service", Name);

    /// <summary>The description of the change that puts the service into this state.</summary>
    internal string Change => State switch
    {
        ServiceState.Enabled => Enable,
        ServiceState.Disabled => Disable,
        ServiceState.Started => Start,
        ServiceState.Stopped => Stop,
        ServiceState.Restarted => Restart,
        ServiceState.Reloaded => Reload,
        _ => Mask,
    };

    internal override IEnumerable<string?> Texts => [Name];

    internal override void Validate() => Require.PlainName(Subject);

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) =>
        other is not ServiceStep service || Excludes(State, service.State) || Excludes(service.State, State);

    private static bool Excludes(ServiceState one, ServiceState other) => (one, other) is
        (ServiceState.Enabled, ServiceState.Disabled or ServiceState.Masked)
        or (ServiceState.Started, ServiceState.Stopped or ServiceState.Masked);
}

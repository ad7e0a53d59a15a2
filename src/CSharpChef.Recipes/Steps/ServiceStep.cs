namespace CSharpChef.Recipes;

/// <summary>What a <see cref="ServiceStep"/> wants.</summary>
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

    /// <summary>Is stopped, if it runs, and started; always a change.</summary>
    Restarted,

    /// <summary>Reads its configuration again, if it runs; always a change then.</summary>
    Reloaded,

    /// <summary>Cannot be started by anything.</summary>
    Masked,
}

/// <summary>A service of the machine's init system is in a state.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="State">The state.</param>
public sealed record ServiceStep(string Name, ServiceState State) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("service", Name);
}

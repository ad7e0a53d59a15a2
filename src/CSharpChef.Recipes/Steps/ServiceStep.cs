using System.Text.RegularExpressions;

namespace CSharpChef.Recipes.Steps;

/// <summary>The states of a service that a <see cref="ServiceStep"/> can ask for.</summary>
public enum ServiceState
{
    /// <summary>The service starts at boot.</summary>
    Enabled,

    /// <summary>The service does not start at boot, or does not exist.</summary>
    Disabled,

    /// <summary>The service runs now.</summary>
    Started,

    /// <summary>The service does not run now, or does not exist.</summary>
    Stopped,

    /// <summary>The service is stopped, if it runs, and started. This is always a change.</summary>
    Restarted,

    /// <summary>The service reads its configuration again, if it runs. This is then always a change.</summary>
    Reloaded,

    /// <summary>The service cannot be started.</summary>
    Masked,
}

/// <summary>A service of the machine's init system is in a state.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="State">The state.</param>
public sealed partial record ServiceStep(string Name, ServiceState State) : Step
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

    /// <summary>Whether the name is that of a template of systemd, of which only instances run.</summary>
    internal bool IsTemplate => TemplateName().IsMatch(Name);

    internal override void Validate()
    {
        if (!UnitName().IsMatch(Name))
        {
            throw new RecipeException($"\"{Name}\" cannot be the name of a service");
        }

        if (IsTemplate && State is not (ServiceState.Enabled or ServiceState.Disabled or ServiceState.Masked))
        {
            throw new RecipeException(
                $"{Name} is a template, and only its instances run: name one, such as {Name.Replace("@", "@NAME", StringComparison.Ordinal)}, or set Running to null");
        }
    }

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) =>
        other is not ServiceStep service || Excludes(State, service.State) || Excludes(service.State, State);

    // What systemd accepts in the name of a unit. It reads other characters as patterns and paths.
    [GeneratedRegex(@"^(?=.{1,255}\z)(?:[A-Za-z0-9_:\\]|-\.)[A-Za-z0-9_:.\\@-]*\z")]
    private static partial Regex UnitName();

    [GeneratedRegex(@"^[^@]+@(?:\.[a-z]+)?\z")]
    private static partial Regex TemplateName();

    private static bool Excludes(ServiceState one, ServiceState other) => (one, other) is
        (ServiceState.Enabled, ServiceState.Disabled or ServiceState.Masked)
        or (ServiceState.Started, ServiceState.Stopped or ServiceState.Masked);
}

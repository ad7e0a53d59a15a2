using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Summarize;

/// <summary>Whoever wants to see a run while it happens, from several threads at once.</summary>
internal sealed record RunWatch
{
    /// <summary>A machine's turn has come.</summary>
    public Action<Target> Began { get; init; } = _ => { };

    /// <summary>A machine's plan is made.</summary>
    public Action<Target, ConvergePlan> Planned { get; init; } = (_, _) => { };

    /// <summary>An action begins a change, told without secrets.</summary>
    public Action<Target, PlannedAction, string> Changing { get; init; } = (_, _, _) => { };

    /// <summary>A recipe's own message, without secrets.</summary>
    public Action<Target, LogLevel, string> Said { get; init; } = (_, _, _) => { };

    /// <summary>Something a person should know besides: a lost link, a run that had to be waited for.</summary>
    public Action<Target, string> Note { get; init; } = (_, _) => { };

    /// <summary>An action ended.</summary>
    public Action<Target, PlannedAction, ActionResult> Ended { get; init; } = (_, _, _) => { };

    /// <summary>A machine's run ended.</summary>
    public Action<Target, HostReport> HostEnded { get; init; } = (_, _) => { };

    /// <summary>Both see all of it.</summary>
    public RunWatch And(RunWatch other) => new()
    {
        Began = Began + other.Began,
        Planned = Planned + other.Planned,
        Changing = Changing + other.Changing,
        Said = Said + other.Said,
        Note = Note + other.Note,
        Ended = Ended + other.Ended,
        HostEnded = HostEnded + other.HostEnded,
    };
}

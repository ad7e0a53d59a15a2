using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Results;

/// <summary>
/// Callbacks for what happens during a run. Several threads call them at once; texts have no secrets.
/// </summary>
internal sealed record RunEvents
{
    /// <summary>A recipe is compiled, unless it was before.</summary>
    public Action<RunListItem> Compiling { get; init; } = _ => { };

    /// <summary>All recipes are compiled, or one does not compile.</summary>
    public Action Compiled { get; init; } = () => { };

    /// <summary>A host is asked for its facts, unless they are known.</summary>
    public Action<Target> AskingFacts { get; init; } = _ => { };

    /// <summary>The facts of a host are known.</summary>
    public Action<Target> FactsKnown { get; init; } = _ => { };

    /// <summary>Recipes of a host wait for a secret or a data bag, which is named.</summary>
    public Action<Target, string> Reading { get; init; } = (_, _) => { };

    /// <summary>A host's run begins.</summary>
    public Action<Target> HostStarted { get; init; } = _ => { };

    /// <summary>A host's plan is made.</summary>
    public Action<Target, ConvergePlan> Planned { get; init; } = (_, _) => { };

    /// <summary>An action begins to change something.</summary>
    public Action<Target, PlannedAction> Beginning { get; init; } = (_, _) => { };

    /// <summary>An action has made a change, or would make it in a plan.</summary>
    public Action<Target, PlannedAction, string> Changed { get; init; } = (_, _, _) => { };

    /// <summary>A log resource of a recipe writes its message.</summary>
    public Action<Target, LogLevel, string> Log { get; init; } = (_, _, _) => { };

    /// <summary>A message for the user, such as a lost connection or another run to wait for.</summary>
    public Action<Target, string> Note { get; init; } = (_, _) => { };

    /// <summary>An action has ended.</summary>
    public Action<Target, PlannedAction, ActionResult> ActionEnded { get; init; } = (_, _, _) => { };

    /// <summary>A host's run has ended.</summary>
    public Action<Target, HostReport> HostEnded { get; init; } = (_, _) => { };

    /// <summary>Does something else than a run on a host, and raises the events of its beginning and end.</summary>
    /// <param name="target">The host.</param>
    /// <param name="work">The work.</param>
    /// <param name="isOk">Whether the host has not failed.</param>
    public async Task<T> AroundAsync<T>(Target target, Func<Task<T>> work, Func<T, bool> isOk)
    {
        HostStarted(target);
        var result = await work();
        HostEnded(target, new HostReport(target.Name, isOk(result) ? HostStatus.Ok : HostStatus.Failed, []));
        return result;
    }

    /// <summary>Calls both.</summary>
    public RunEvents CombineWith(RunEvents other) => new()
    {
        Compiling = Both(Compiling, other.Compiling),
        Compiled = Both(Compiled, other.Compiled),
        AskingFacts = Both(AskingFacts, other.AskingFacts),
        FactsKnown = Both(FactsKnown, other.FactsKnown),
        Reading = Both(Reading, other.Reading),
        HostStarted = Both(HostStarted, other.HostStarted),
        Planned = Both(Planned, other.Planned),
        Beginning = Both(Beginning, other.Beginning),
        Changed = Both(Changed, other.Changed),
        Log = (target, level, message) =>
        {
            Log(target, level, message);
            other.Log(target, level, message);
        },
        Note = Both(Note, other.Note),
        ActionEnded = Both(ActionEnded, other.ActionEnded),
        HostEnded = Both(HostEnded, other.HostEnded),
    };

    // Lambdas: the framework compiles the call of a sum of delegates in every process, for each type of them.
    private static Action Both(Action first, Action second) => () =>
    {
        first();
        second();
    };

    private static Action<T> Both<T>(Action<T> first, Action<T> second) => value =>
    {
        first(value);
        second(value);
    };

    private static Action<T1, T2> Both<T1, T2>(Action<T1, T2> first, Action<T1, T2> second) => (value1, value2) =>
    {
        first(value1, value2);
        second(value1, value2);
    };

    private static Action<T1, T2, T3> Both<T1, T2, T3>(Action<T1, T2, T3> first, Action<T1, T2, T3> second) =>
        (value1, value2, value3) =>
        {
            first(value1, value2, value3);
            second(value1, value2, value3);
        };
}

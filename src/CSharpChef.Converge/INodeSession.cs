using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Converge;

/// <summary>
/// A run's session with one node: a real one (<see cref="RealNodeSession"/>), or the fake node of a unit test.
/// </summary>
internal interface INodeSession : IAsyncDisposable
{
    /// <summary>Round trips to the node so far.</summary>
    int RoundTrips { get; }

    /// <summary>The names of the runs whose journals the node keeps of this session.</summary>
    IReadOnlyList<string> Runs { get; }

    /// <summary>Cancelled when the run must end after its current step.</summary>
    CancellationToken Cancel => CancellationToken.None;

    /// <summary>The facts of the node: the last known ones, else it is asked.</summary>
    Task<Facts> FactsAsync(CancellationToken ct);

    /// <summary>Converges the node to the plan; in a dry run, finds out what would change.</summary>
    /// <param name="plan">The actions.</param>
    /// <param name="node">The node with the facts that the plan was made for.</param>
    /// <param name="verify">True when these facts may be outdated: the node verifies them before any change.</param>
    /// <param name="events">Receives what happens, as it happens.</param>
    /// <param name="ct">Cancels the wait.</param>
    Task<ApplyResult> ApplyAsync(ConvergePlan plan, Node node, bool verify, PlanEvents events, CancellationToken ct);

    /// <summary>Runs a command that only reads. Returns its standard output.</summary>
    /// <exception cref="ConvergeException">The command ended with another exit code than 0.</exception>
    Task<string> QueryAsync(string command, CancellationToken ct);
}

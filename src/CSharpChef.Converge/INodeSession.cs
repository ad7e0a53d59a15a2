using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Summarize;

namespace CSharpChef.Converge;

/// <summary>The machine at the other end of a run: a real one, or the fake node of a unit test.</summary>
internal interface INodeSession : IAsyncDisposable
{
    int RoundTrips { get; }

    /// <summary>What is known of it, or what it says now.</summary>
    Task<Facts> FactsAsync(CancellationToken ct);

    /// <summary>Makes the plan true, or only tells what it would change.</summary>
    /// <param name="plan">What shall be.</param>
    /// <param name="node">The facts it was made for.</param>
    /// <param name="verify">Whether these facts may be old: then the machine checks them before it is touched.</param>
    /// <param name="watch">Told what happens while it happens.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<ApplyResult> ApplyAsync(ConvergePlan plan, Node node, bool verify, NodeWatch watch, CancellationToken ct);

    /// <summary>What a command that only reads writes to standard output.</summary>
    /// <exception cref="ConvergeException">It ended with another exit code than 0.</exception>
    Task<string> QueryAsync(string command, CancellationToken ct);
}

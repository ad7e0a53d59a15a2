using CSharpChef.Converge;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>
/// Runs plans on a fake node, in the place of a connection, and keeps them with their results for assertions.
/// </summary>
internal sealed class FakeNodeSession(FakeNode node, ConvergeMode mode) : INodeSession
{
    private readonly List<AppliedPlan> plans = [];

    public IReadOnlyList<AppliedPlan> Plans => plans;

    public int RoundTrips => plans.Count;

    public IReadOnlyList<string> Runs => [];

    public Task<Facts> FactsAsync(CancellationToken ct) => Task.FromResult(new Facts(node.Facts));

    public Task<ApplyResult> ApplyAsync(
        ConvergePlan plan, Node of, bool verify, PlanEvents events, CancellationToken ct)
    {
        var run = new FakeRun(node.Machine, plan, mode);
        var results = run.Run();
        plans.Add(new AppliedPlan(plan, results));
        return Task.FromResult(new ApplyResult(results, run.Pending) { StillPending = run.StillPending });
    }

    public Task<string> QueryAsync(string command, CancellationToken ct) => Task.FromResult(node.Query(command));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

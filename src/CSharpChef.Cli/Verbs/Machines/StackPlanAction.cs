using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Client.Apply;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary>Runs <c>plan -f</c>: shows the difference and changes nothing.</summary>
internal static class StackPlanAction
{
    public static async Task<int> RunAsync(
        StackFileOptions stack, ParseResult parsed, bool json, Func<int> different, CancellationToken ct)
    {
        using var api = stack.Client(parsed);
        var plan = await stack.PlanAsync(parsed, api.CallAsync, ct);
        DifferenceOutput.Write(json, plan.Differences, Status(plan), DifferenceText.Of);
        plan.Check();
        return plan.WouldChange ? different() : 0;
    }

    private static string Status(StackPlan plan) =>
        plan.Differences.Any(difference => difference.Conflicts.Count > 0) ? "failed"
        : plan.WouldChange ? "changes"
        : "unchanged";
}

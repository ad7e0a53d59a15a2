using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs;

/// <summary>What plan can be of besides machines: of a stack that a file declares.</summary>
internal sealed class OtherPlan(StackFileOptions stack, Func<ParseResult, int> different)
{
    /// <summary>Null when machines are meant.</summary>
    /// <exception cref="UsageException">Both are meant, or neither.</exception>
    public Func<bool, CancellationToken, Task<int>>? Of(
        ParseResult parsed, bool machines, bool recipes) => (stack.File(parsed), machines, recipes) switch
        {
            (null, true, true) => null,
            (null, false, _) => throw new UsageException(
                "a plan of what? Give a TARGET and recipes, like plan web1 -r nginx, or the file of a stack, like plan -f stack.csx"),
            (null, _, false) =>
                throw new UsageException("which recipes? Give them by --run-list or -r, like plan web1 -r nginx"),
            (_, false, false) =>
                (json, ct) => StackPlanAction.RunAsync(stack, parsed, json, () => different(parsed), ct),
            _ => throw new UsageException(
                "plan is of machines, TARGET... -r RECIPE, or of a stack, -f FILE.csx: give one of them"),
        };
}

using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary>Chooses between a plan of machines and a plan of a stack that a file declares.</summary>
internal sealed class StackPlanOption(StackFileOptions stack, Func<ParseResult, int> different)
{
    /// <summary>Null for a plan of machines.</summary>
    /// <exception cref="UsageException">Targets and a file are given, or neither.</exception>
    public Func<bool, CancellationToken, Task<int>>? Of(
        ParseResult parsed, bool machines, bool recipes) => (stack.File(parsed), machines, recipes) switch
        {
            (null, true, _) => null,
            (null, false, _) => throw new UsageException(
                "nothing to plan: name a TARGET and recipes, such as plan web1 -r nginx, or the file of a stack, such as plan -f stack.csx"),
            (_, false, false) =>
                (json, ct) => StackPlanAction.RunAsync(stack, parsed, json, () => different(parsed), ct),
            _ => throw new UsageException(
                "plan takes either machines, TARGET... -r RECIPE, or a stack, -f FILE.csx: use one of them"),
        };
}

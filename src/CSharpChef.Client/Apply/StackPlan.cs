using CSharpChef.Client.Calls;
using CSharpChef.Client.Differences;
using CSharpChef.Client.Parts;

namespace CSharpChef.Client.Apply;

/// <summary>The changes that a file makes to a server, stack by stack.</summary>
internal sealed class StackPlan(ServerCall call, DifferenceOptions options)
{
    private readonly List<(ActualStack Actual, StackDifference Difference)> stacks = [];

    public IReadOnlyList<StackDifference> Differences => [.. stacks.Select(stack => stack.Difference)];

    public bool WouldChange => Differences.Any(difference => difference.Changes.Count > 0);

    public async Task ReadAsync(IReadOnlyList<StackDeclaration> declared, CancellationToken ct)
    {
        var reader = new StackReader(call);
        foreach (var stack in declared)
        {
            var actual = await reader.ReadAsync(stack.Key, stack.Id, ct);
            stacks.Add((actual, StackDifference.Of(DeclaredPart.AllOf(stack), actual, options)));
        }
    }

    /// <exception cref="RecipeException">The server would refuse something.</exception>
    public void Check()
    {
        if (Differences.SelectMany(difference => difference.Conflicts).ToList() is { Count: > 0 } conflicts)
        {
            throw new RecipeException(string.Join('\n', conflicts));
        }
    }

    public async Task ApplyAsync(Action<PartChange> report, CancellationToken ct)
    {
        Check();
        foreach (var (actual, difference) in stacks)
        {
            await new StackChanges(call, actual).ApplyAsync(difference.Changes, report, ct);
        }
    }
}

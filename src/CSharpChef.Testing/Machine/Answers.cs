namespace CSharpChef.Testing;

/// <summary>What a command answers, first once each, then always the same.</summary>
internal sealed class Answers(CommandAnswer last, IEnumerable<CommandAnswer> once)
{
    private readonly Queue<CommandAnswer> first = new(once);

    public CommandAnswer Next() => first.TryDequeue(out var answer) ? answer : last;
}

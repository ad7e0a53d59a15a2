namespace CSharpChef.Testing;

/// <summary>
/// The answers of one command: those for its first runs, in order, and then the last one for every further run.
/// </summary>
internal sealed class Answers(CommandAnswer last, IEnumerable<CommandAnswer> once)
{
    private readonly Queue<CommandAnswer> first = new(once);

    public CommandAnswer Next() => first.TryDequeue(out var answer) ? answer : last;
}

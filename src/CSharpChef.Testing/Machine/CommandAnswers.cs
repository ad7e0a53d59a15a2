namespace CSharpChef.Testing;

/// <summary>
/// The answers of one command on a fake node: answers for its first runs, in order, and the answer for every further
/// run.
/// </summary>
internal sealed class CommandAnswers(CommandAnswer furtherAnswer, IEnumerable<CommandAnswer> firstAnswers)
{
    private readonly Queue<CommandAnswer> queue = new(firstAnswers);

    public CommandAnswer Next() => queue.TryDequeue(out var answer) ? answer : furtherAnswer;
}

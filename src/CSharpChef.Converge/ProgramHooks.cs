using CSharpChef.Converge.Runs;

namespace CSharpChef.Converge;

/// <summary>
/// What a server does with the programs of a run that changes a machine, so that another process can follow them after
/// a crash of this one.
/// </summary>
internal sealed record ProgramHooks
{
    /// <summary>Names the run of a program by its number, from 1 on. A host runs a name only once.</summary>
    public required Func<int, RunName> NameOf { get; init; }

    /// <summary>Stores a program. It is awaited before the first byte of the program is sent.</summary>
    public required Func<SentProgram, CancellationToken, Task> OnSend { get; init; }

    /// <summary>
    /// Called with each line of a program's output, and the number of the line in its journal, from 1 on; 0 for a line
    /// that the journal does not have. A line that is read again after a reconnection keeps its number.
    /// </summary>
    public required Action<SentProgram, int, string> OnLine { get; init; }
}

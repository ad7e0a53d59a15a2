using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>How a run is told: while it goes on, and what became of it.</summary>
internal sealed record RunOutput(RunEvents Watch, Action<ConvergeReport> Print)
{
    /// <summary>Shows what needs to be shown anew all the time while the run goes on.</summary>
    public Func<Func<Task<ConvergeReport>>, Task<ConvergeReport>> During { get; init; } = run => run();
}

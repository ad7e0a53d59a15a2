using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>Prints a run: its events as they happen, then its report.</summary>
internal sealed record RunOutput(RunEvents Events, Action<ConvergeReport> Print)
{
    /// <summary>Wraps the run for output that is redrawn while the run goes on.</summary>
    public Func<Func<Task<ConvergeReport>>, Task<ConvergeReport>> During { get; init; } = run => run();
}

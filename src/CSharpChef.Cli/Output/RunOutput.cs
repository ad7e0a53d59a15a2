using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>The output of a run: its events, then its report.</summary>
internal sealed record RunOutput(RunEvents Events, Action<ConvergeReport> Print)
{
    /// <summary>Wraps the run for output that is redrawn while the run goes on.</summary>
    public Func<Func<Task<ConvergeReport>>, Task<ConvergeReport>> During { get; init; } = run => run();
}

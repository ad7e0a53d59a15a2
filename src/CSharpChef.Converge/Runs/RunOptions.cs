using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Runs;

/// <summary>The options of a run on one host.</summary>
internal record RunOptions
{
    /// <summary>How long to try to reconnect to a run whose connection was lost. Zero fails at once.</summary>
    public TimeSpan ReconnectLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>True to wait until another run on the host ends; false to fail while there is one.</summary>
    public bool WaitForOtherRun { get; init; }

    /// <summary>
    /// The user who started the run, and from where. It is shown to a user who finds the host busy. It must not contain
    /// quotes or line ends.
    /// </summary>
    public string StartedBy { get; init; } = "somebody";

    /// <summary>
    /// The options of the command line that choose how to connect, with a blank before each, for commands that a
    /// message tells to run.
    /// </summary>
    public string ConnectionWords { get; init; } = "";

    /// <summary>Stops the run after its current step.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>How long to wait for that end. Infinite: as long as the step takes.</summary>
    public TimeSpan CancelLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Ends the wait for the run at once; the run goes on on its host.</summary>
    public CancellationToken Leave { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A command about the runs of a host, to copy from a message.</summary>
    /// <param name="host">The argument that names the host on the command line.</param>
    /// <param name="action">What to do with which run; by default the runs are listed.</param>
    public string RunsCommand(string host, string action = "") =>
        $"csharpchef runs {ShellQuote.Word(host)}{(action.Length == 0 ? "" : $" {action}")}{ConnectionWords}";
}

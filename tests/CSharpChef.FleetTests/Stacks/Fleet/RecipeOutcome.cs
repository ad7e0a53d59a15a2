using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>How a recipe ended that ran on instances.</summary>
/// <param name="ExitCode">The exit code of <c>deployment create --wait</c>.</param>
/// <param name="Status">The status of the deployment.</param>
/// <param name="CommandStatuses">The status of the command of each instance.</param>
/// <param name="Logs">The end of <c>command logs -f</c> for each command, with the log as its output.</param>
internal sealed record RecipeOutcome(
    int ExitCode, string Status, IReadOnlyList<string> CommandStatuses, IReadOnlyList<LocalCommand> Logs);

using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>
/// A machine in memory for tests of recipes. It executes the same steps as a real node, on any operating system and in
/// microseconds. Describe the machine, run the recipe, and check the machine afterwards.
/// </summary>
/// <remarks>
/// Commands do not run. The command of a guard, <c>Verify</c>, <c>Execute</c>, <c>Script</c> or <c>Query</c> needs an
/// answer, set by <see cref="OnCommand"/>; without one the test fails and shows the line to add. No answer is needed
/// for <c>true</c>, <c>false</c>, <c>:</c>, and <c>test -e /path</c> with <c>-e -f -d -L -h -s</c>, also as <c>[ -e
/// /path ]</c> and with <c>!</c> before the letter. <c>Nodes</c> and <c>Search</c> need
/// <see cref="WithNodes"/> in the same way.
/// </remarks>
/// <example>
/// <code>
/// var node = FakeNode.Debian12()
///     .HasFile("/etc/motd", "old\n")
///     .PackageBringsService("nginx")
///     .OnCommand("nginx -t").Returns(0);
/// </code>
/// </example>
public sealed partial class FakeNode
{
    private FakeNode(FakePlatform platform)
    {
        Machine = new FakeMachine(platform.Facts);
        platform.Provision(Machine);
    }

    internal FakeMachine Machine { get; }

    /// <summary>The machines of <c>Nodes</c>; null when the test gives none.</summary>
    internal IReadOnlyList<NodeStub>? Nodes { get; private set; }

    /// <summary>What recipes see of the stack; null when the test gives none.</summary>
    internal StackData? StackData { get; private set; }

    /// <summary>The facts a recipe reads, by flat dotted key.</summary>
    internal IReadOnlyDictionary<string, string> Facts
    {
        get
        {
            var facts = new Dictionary<string, string>(Machine.Facts, StringComparer.Ordinal);
            facts.TryAdd("users", string.Join(' ', Machine.Accounts.Users.Select(user => user.Name)));
            return facts;
        }
    }

    /// <summary>
    /// Runs a plan on this machine. Returns the result of each action, in the order in which they ran.
    /// </summary>
    internal IReadOnlyList<ActionResult> Execute(ConvergePlan plan, ConvergeMode mode) =>
        new FakeRun(Machine, plan, mode).Run();

    /// <summary>Returns the answer of a command, as a recipe's <c>Query</c> does.</summary>
    internal string Query(string command)
    {
        var answer = Machine.Commands.Run("query", command, command);
        return answer.ExitCode == 0
            ? answer.Output.EndsWith('\n') ? answer.Output[..^1] : answer.Output
            : throw new ConvergeException(
                $"Query(\"{command}\") ended with exit code {answer.ExitCode}"
                + (answer.Output.Trim() is { Length: > 0 } output ? $": {output}" : ""))
            {
                CommandExitCode = answer.ExitCode,
            };
    }
}

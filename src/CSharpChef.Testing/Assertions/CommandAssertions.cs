namespace CSharpChef.Testing;

/// <summary>
/// What a test can expect of the commands that ran. Each word returns what it was said of, so that they chain.
/// </summary>
/// <example><code>node.ShouldHaveRun("make install").ShouldNotHaveRun("make uninstall");</code></example>
public static class CommandAssertions
{
    /// <summary>The command ran, or the script of this name.</summary>
    public static FakeNode ShouldHaveRun(this FakeNode node, string command) =>
        node.Commands.Contains(command)
            ? node
            : throw new ChefTestException($"`{command}` should have run; what ran is: {Ran(node)}");

    /// <summary>The command did not run.</summary>
    public static FakeNode ShouldNotHaveRun(this FakeNode node, string command) =>
        !node.Commands.Contains(command)
            ? node
            : throw new ChefTestException($"`{command}` should not have run, and did");

    private static string Ran(FakeNode node) =>
        node.Commands.Count == 0 ? "nothing" : string.Join(", ", node.Commands.Select(ran => $"`{ran}`"));
}

namespace CSharpChef.Testing;

/// <summary>
/// Assertions about the commands that ran. Each method returns its argument, so that calls can be chained.
/// </summary>
/// <example><code>node.ShouldHaveRun("make install").ShouldNotHaveRun("make uninstall");</code></example>
public static class CommandAssertions
{
    /// <summary>Asserts that a command ran, or the script with this name.</summary>
    public static FakeNode ShouldHaveRun(this FakeNode node, string command) =>
        node.Commands.Contains(command)
            ? node
            : throw new ChefTestException($"`{command}` should have run; the commands that ran: {ListOfCommands(node)}", node.Machine.RunFailure);

    /// <summary>Asserts that a command did not run.</summary>
    public static FakeNode ShouldNotHaveRun(this FakeNode node, string command) =>
        !node.Commands.Contains(command)
            ? node
            : throw new ChefTestException($"`{command}` should not have run, but did", node.Machine.RunFailure);

    private static string ListOfCommands(FakeNode node) =>
        node.Commands.Count == 0 ? "nothing" : string.Join(", ", node.Commands.Select(ran => $"`{ran}`"));
}

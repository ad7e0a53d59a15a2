namespace CSharpChef.Benchmarks.Server;

/// <summary>The hosts without systemd of the test fleet, as registered machines of a stack.</summary>
internal sealed class RegisteredFleet(ServedTool tool)
{
    /// <summary>Configure of all of the layer <c>web</c>, until each has ended.</summary>
    public static string[] TriggerConfigure => ["event", "trigger", "configure", "--layer", "web", "--yes", "--wait"];

    /// <summary>
    /// Starts hosts of the fleet and registers them; the stack is paused meanwhile, so that one Configure follows.
    /// </summary>
    /// <param name="first">The number of the first host.</param>
    /// <param name="count">The number of hosts.</param>
    /// <param name="layer">Their layer.</param>
    public async Task RegisterAsync(int first, int count, string layer)
    {
        Commands.Fleet("up", $"{first + count - 1}", "-k", "lite", "-i", "base").Measure();
        tool.Run("stack", "pause", "shop", "--reason", "registrations");
        await tool.RunEachAsync(Enumerable.Range(first, count).Select(host => Registration($"l{host}", layer)));
        tool.Run("instance", "list", "--wait");
        tool.Run("stack", "resume", "shop");
        tool.Run(TriggerConfigure);
    }

    private static string[] Registration(string host, string layer) =>
    [
        "instance",
        "register",
        host,
        "--replace",
        "--ssh-config",
        Repository.SshConfig(),
        "--stack",
        "shop",
        "--layers",
        layer
    ];
}

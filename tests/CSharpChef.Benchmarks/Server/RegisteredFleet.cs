namespace CSharpChef.Benchmarks.Server;

/// <summary>The hosts without systemd of the test fleet, as registered machines of a stack.</summary>
internal sealed class RegisteredFleet(ServedTool tool)
{
    /// <summary>Starts hosts of the fleet and registers them.</summary>
    /// <param name="first">The number of the first host.</param>
    /// <param name="count">The number of hosts.</param>
    /// <param name="layer">Their layer.</param>
    public void Register(int first, int count, string layer)
    {
        Commands.Fleet("up", $"{first + count - 1}", "-k", "lite", "-i", "base").Measure();
        Parallel.ForEach(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            host => tool.Run(
                "instance", "register", $"l{host}", "--ssh-config", Repository.SshConfig(), "--stack", "shop", "--layers", layer));
        tool.Run("instance", "list", "--wait");
    }
}

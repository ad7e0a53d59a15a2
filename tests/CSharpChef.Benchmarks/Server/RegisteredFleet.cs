using System.Text.Json;

namespace CSharpChef.Benchmarks.Server;

/// <summary>A server whose instances are the hosts without systemd of the test fleet, driven by the tool.</summary>
internal sealed class RegisteredFleet : IDisposable
{
    private const int Registering = 4;

    private readonly string binary;
    private readonly string settings = Repository.Scratch();

    public RegisteredFleet(string binary)
    {
        this.binary = binary;
        var data = Repository.Scratch();
        Server = ServerProcess.Start(
            binary, data, ["--urls", "http://127.0.0.1:0", "--source-folder", Repository.BenchmarkCookbooks]);
        Run("login", Server.Url, "--credentials", Path.Combine(data, "credentials"));
    }

    public ServerProcess Server { get; }

    /// <summary>Makes a stack whose layer <c>web</c> configures its instances, and the layer <c>idle</c>.</summary>
    public void CreateStack()
    {
        var source = JsonSerializer.Serialize(new { Type = "git", Url = $"file://{Repository.BenchmarkCookbooks}" });
        Run("stack", "create", "shop", "--use-custom-cookbooks", "true", "--custom-cookbooks-source", source);
        Run("layer", "create", "web", "--custom-recipes", """{"Configure":["configured"]}""");
        Run("layer", "create", "idle");
    }

    /// <summary>Starts hosts of the fleet and registers them.</summary>
    /// <param name="first">The number of the first host.</param>
    /// <param name="count">The number of hosts.</param>
    /// <param name="layer">Their layer.</param>
    public void Register(int first, int count, string layer)
    {
        Commands.Fleet("up", $"{first + count - 1}", "-k", "lite", "-i", "base").Measure();
        Parallel.ForEach(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = Registering },
            host => Run(
                "instance", "register", $"l{host}", "--ssh-config", Repository.SshConfig(), "--stack", "shop", "--layers", layer));
        Run("instance", "list", "--wait");
    }

    /// <summary>Makes instances that are never started.</summary>
    public void AddStopped(int count) => Parallel.For(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = Registering },
        _ => Run("instance", "create", "--layer-ids", "idle"));

    /// <summary>Runs a command of the tool, and returns its time.</summary>
    public TimeSpan Run(params string[] arguments) => new MeasuredCommand($"csharpchef {arguments[0]}", [binary, .. arguments])
    {
        Environment = new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = settings },
    }.Measure().Wall;

    public void Dispose() => Server.Dispose();
}

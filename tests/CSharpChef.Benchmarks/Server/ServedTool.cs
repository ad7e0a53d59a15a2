using System.Text.Json;

namespace CSharpChef.Benchmarks.Server;

/// <summary>A server of its own data, and the tool that is logged in to it.</summary>
internal sealed class ServedTool : IDisposable
{
    private readonly string binary;
    private readonly string settings = Repository.Scratch();
    private readonly string cookbooks = CookbookRepository();

    /// <param name="binary">The program.</param>
    /// <param name="options">More options of the server.</param>
    public ServedTool(string binary, params string[] options)
    {
        this.binary = binary;
        var data = Repository.Scratch();
        Server = ServerProcess.Start(
            binary, data, ["--urls", "http://127.0.0.1:0", "--source-folder", cookbooks, .. options]);
        Run("login", Server.Url, "--credentials", Path.Combine(data, "credentials"));
    }

    public ServerProcess Server { get; }

    /// <summary>Makes the stack <c>shop</c>, whose cookbooks are those of the benchmarks.</summary>
    public void CreateStack()
    {
        var source = JsonSerializer.Serialize(new { Type = "git", Url = cookbooks });
        Run("stack", "create", "shop", "--use-custom-cookbooks", "true", "--custom-cookbooks-source", source);
    }

    /// <summary>Makes a layer.</summary>
    /// <param name="name">The short name.</param>
    /// <param name="recipes">The recipes of its events, as JSON.</param>
    public void CreateLayer(string name, string recipes = "{}") => Run(
        "layer", "create", name, "--custom-recipes", recipes, "--install-updates-on-boot", "false");

    /// <summary>Makes instances that nobody has started.</summary>
    public Task CreateInstancesAsync(int count, string layer) => RunEachAsync(
        Enumerable.Repeat<string[]>(["instance", "create", "--layer-ids", layer], count));

    /// <summary>Runs commands of the tool, as many at once as there are processors.</summary>
    /// <exception cref="BenchmarkException">One failed.</exception>
    public Task RunEachAsync(IEnumerable<string[]> commands) => Parallel.ForEachAsync(
        commands, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (command, _) =>
        {
            Run(command);
            return ValueTask.CompletedTask;
        });

    /// <summary>Runs a command of the tool, and returns its time.</summary>
    public TimeSpan Run(params string[] arguments) => new MeasuredCommand($"csharpchef {arguments[0]}", [binary, .. arguments])
    {
        Environment = new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = settings },
    }.Measure().Wall;

    public void Dispose() => Server.Dispose();

    private static string CookbookRepository()
    {
        var folder = Repository.Scratch();
        MeasuredCommand.OfShell("git", $"""
            set -e
            cp -R '{Repository.BenchmarkCookbooks}/.' '{folder}'
            cd '{folder}'
            git init --quiet
            git add .
            git -c user.name=benchmark -c user.email=benchmark@example.com commit --quiet --message Cookbooks
            """).Measure();
        return folder;
    }
}

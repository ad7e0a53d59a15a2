using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Converge.Runs;

/// <summary>
/// A recipe whose steps write their names and take some seconds; it also writes a large file and sends a notification.
/// Tests start its runs, disturb them and wait for them.
/// </summary>
internal sealed class SlowRun : IAsyncDisposable
{
    private const string Recipe = """
        var note = Execute("echo note >> /srv/slow/steps", e =>
        {
            e.Name = "note";
            e.OnlyWhenNotified();
        });
        Directory("/srv/slow");
        Execute("echo one >> /srv/slow/steps; sleep 2", e =>
        {
            e.Name = "one";
            e.NotIf("grep -qx one /srv/slow/steps");
            e.Notifies(note.Run);
        });
        Execute("echo two >> /srv/slow/steps; sleep 2", e =>
        {
            e.Name = "two";
            e.NotIf("grep -qx two /srv/slow/steps");
        });
        File("/srv/slow/big", f => f.Content = new string('b', 2_000_000));
        Execute("echo three >> /srv/slow/steps", e =>
        {
            e.Name = "three";
            e.NotIf("grep -qx three /srv/slow/steps");
        });
        """;

    private readonly string folder = TemporaryFolder.Create("csharpchef-slow-");
    private readonly List<Task> begun = [];
    private readonly int instance;
    private readonly Transport transport;

    public SlowRun(int instance, Transport transport = Transport.Builtin)
    {
        (this.instance, this.transport) = (instance, transport);
        Directory.CreateDirectory(Path.Combine(folder, "cookbooks", "slow", "recipes"));
        File.WriteAllText(Path.Combine(folder, "cookbooks", "slow", "recipes", "default.csx"), Recipe);
        Recipes = new RecipeLibrary(new CookbookStore([Path.Combine(folder, "cookbooks")]), DiskCache.Default());
    }

    public string Cookbooks => Path.Combine(folder, "cookbooks");

    /// <summary>The options of its runs, with a facts cache of its own.</summary>
    public SessionOptions Session => new(Machine.Ssh(transport), new FactsCache(Path.Combine(folder, "facts")));

    private RecipeLibrary Recipes { get; }

    /// <summary>Removes what an earlier run left on the host.</summary>
    public async Task ClearAsync(CancellationToken ct) =>
        await Fleet.ExecAsync(instance, "rm -rf /srv/slow /var/lib/csharpchef", ct);

    public async Task<FinishedRun> RunAsync(
        CancellationToken ct,
        Func<SessionOptions, SessionOptions>? change = null,
        string user = "root",
        Action<string>? onChange = null)
    {
        var notes = new List<string>();
        var target = Machine.Target(instance, user);
        var session = Session;
        var request = new RunRequest([RunListItem.Parse("slow")], Recipes)
        {
            Events = new RunEvents
            {
                Note = (_, note) => notes.Add(note),
                Beginning = (_, action) => onChange?.Invoke(action.Resource.Name),
            },
        };
        await using var node = new RealNodeSession(
            target, change?.Invoke(session) ?? session, ConvergeMode.Converge, ct);
        return new FinishedRun(await new ChefRun(request, target, node).RunAsync(ct), notes);
    }

    /// <summary>Begins a run, and returns it when the named step is in progress.</summary>
    public async Task<Task<FinishedRun>> BeginAsync(
        string step, CancellationToken ct, Func<SessionOptions, SessionOptions>? change = null, string user = "root")
    {
        var started = new TaskCompletionSource();
        var run = RunAsync(ct, change, user, name =>
        {
            if (name == step)
            {
                started.TrySetResult();
            }
        });
        begun.Add(run);
        await Task.WhenAny(started.Task, run);
        return run;
    }

    /// <summary>The names that the steps wrote, in the order in which they ran.</summary>
    public async Task<string> ReadStepsAsync(CancellationToken ct) =>
        string.Join(' ', (await Fleet.ExecAsync(instance, "cat /srv/slow/steps", ct)).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Waits for its runs, so that those of a failed test do not disturb the next test.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The report of a run and the notes that were shown.</summary>
    internal sealed record FinishedRun(HostReport Report, IReadOnlyList<string> Notes);
}

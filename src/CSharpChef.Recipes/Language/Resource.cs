using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CSharpChef.Recipes;

/// <summary>
/// A thing on a node that shall be so. Built-in resources and those of a cookbook derive from this class in
/// the same way: properties, and actions that yield <see cref="Step"/>s.
/// </summary>
/// <example>
/// <code>
/// sealed class MotdResource(string text) : Resource(text)
/// {
///     public ResourceAction Create => Act(_ => [new FileStep("/etc/motd") { Content = FileContent.FromText(Name) }]);
///     protected override IEnumerable&lt;ResourceAction&gt; DefaultActions() => [Create];
/// }
/// </code>
/// </example>
public abstract class Resource(string name)
{
    private readonly List<Guard> guards = [];
    private readonly List<Notification> notifications = [];
    private RecipeContext? context;
    private IReadOnlyList<ResourceAction>? chosen;

    /// <summary>What the run calls it; the path, package or command it was declared with unless set.</summary>
    public string Name { get; set; } = name;

    /// <summary>
    /// The kind of resource: its class's name in snake case without "Resource", such as <c>cookbook_file</c>.
    /// </summary>
    public string Type =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(GetType().Name.Replace("Resource", "", StringComparison.Ordinal));

    /// <summary>
    /// Go on with the run when an action of this resource fails. It is still reported. Default false.
    /// </summary>
    public bool IgnoreFailure { get; set; }

    /// <summary>How often to try again after a failure, before it counts. Default 0.</summary>
    public int Retries { get; set; }

    /// <summary>How long to wait before trying again. Default 2 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long an action may take before it is stopped and fails. Default: an hour; 15 minutes for packages and
    /// services.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// The user that this resource's commands and guards run as. Default: the run's own user, root as a rule.
    /// </summary>
    public string? RunAs { get; set; }

    /// <summary>
    /// Shows no content, command or output of this resource anywhere. Default false; true by itself where a
    /// <c>Secret</c> is inside.
    /// </summary>
    public bool Sensitive { get; set; }

    /// <summary>
    /// True when the last <c>await Converge()</c> changed something for this resource; in a plan, when it would.
    /// </summary>
    /// <exception cref="RecipeException">Nothing has converged yet: a recipe declares, and the node changes
    /// later.</exception>
    public bool Changed => ChangedByConverge
        ?? throw new RecipeException(
            $"{this}.Changed is not known yet: write `await Converge();` before it, or use Notifies");

    /// <summary>Where the recipe declares it.</summary>
    public SourceLocation DeclaredAt { get; private set; }

    internal bool? ChangedByConverge { get; set; }

    internal IReadOnlyList<Guard> Guards => guards;

    internal IReadOnlyList<Notification> Notifications => notifications;

    internal IReadOnlyList<ResourceAction> Actions => chosen ?? [.. DefaultActions()];

    /// <summary>The recipe it was declared by.</summary>
    protected internal RecipeContext Context =>
        context ?? throw new RecipeException($"{this} is not declared: pass it to Declare(...)");

    /// <summary>
    /// Acts only when this shell command ends with 0 on the node at the resource's turn. Must only read; runs in a plan
    /// too.
    /// </summary>
    /// <example><code>Execute("make install", e => e.OnlyIf("test -f /src/Makefile"));</code></example>
    public void OnlyIf(string command) => guards.Add(new Guard(command, MustSucceed: true));

    /// <summary>
    /// Acts only when this shell command ends with another exit code than 0. Must only read; runs in a plan too.
    /// </summary>
    /// <example><code>Execute("initdb /data", e => e.NotIf("test -d /data/base"));</code></example>
    public void NotIf(string command) => guards.Add(new Guard(command, MustSucceed: false));

    /// <summary>
    /// When this resource changed, runs <paramref name="action"/>: once at the end of the run, or at once.
    /// </summary>
    /// <example><code>Template("/etc/app.conf", t => t.Notifies(app.Restart));</code></example>
    public void Notifies(ResourceAction action, Timing timing = Timing.Delayed)
    {
        ArgumentNullException.ThrowIfNull(action);
        notifications.Add(new Notification(action, timing));
    }

    /// <summary>When <paramref name="other"/> changed, runs this resource's <paramref name="action"/>.</summary>
    /// <example><code>Service("nginx", s => s.SubscribesTo(conf, s.Reload));</code></example>
    public void SubscribesTo(Resource other, ResourceAction action, Timing timing = Timing.Delayed)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(action);
        if (!ReferenceEquals(action.Resource, this))
        {
            throw new RecipeException(
                $"{this} can only subscribe actions of its own, and {action} is another's: use Notifies");
        }

        other.Notifies(action, timing);
    }

    /// <summary>Does nothing at its own turn: it acts only when a notification asks.</summary>
    public void OnlyWhenNotified() => chosen = [];

    /// <summary>Chooses the actions, in order, instead of the default ones.</summary>
    /// <example><code>Package("telnet", p => p.Do(p.Purge));</code></example>
    public void Do(params ResourceAction[] actions) => chosen = [.. actions];

    /// <inheritdoc />
    public override string ToString() => $"{Type}[{Name}]";

    internal void Declared(RecipeContext by, SourceLocation at) => (context, DeclaredAt) = (by, at);

    /// <summary>The actions of a resource that chose none. MUST be implemented.</summary>
    protected abstract IEnumerable<ResourceAction> DefaultActions();

    /// <summary>Makes an action of this resource; its name is that of the member that calls.</summary>
    protected ResourceAction Act(Func<Node, IEnumerable<Step>> steps, [CallerMemberName] string name = "") =>
        new(this, JsonNamingPolicy.SnakeCaseLower.ConvertName(name), steps);
}

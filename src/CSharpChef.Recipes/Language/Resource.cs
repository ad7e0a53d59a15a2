using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

/// <summary>
/// A part of a node with a wanted state, such as a file or a service. Built-in resources and the resources of a
/// cookbook derive from this class in the same way: they have properties, and actions that return <see cref="Step"/>s.
/// A class in <c>resources/</c> has a word in recipes: its name without "Resource", with the parameters of its
/// constructor.
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

    /// <summary>
    /// The name of the resource in the run's output. Default: the path, package or command that it was declared with.
    /// </summary>
    public string Name { get; set; } = name;

    /// <summary>
    /// The kind of resource: the name of its class in snake case without "Resource", such as <c>cookbook_file</c>.
    /// </summary>
    public string Type => JsonNamingPolicy.SnakeCaseLower.ConvertName(Word);

    /// <summary>
    /// Continues the run when an action of this resource fails. The failure is still reported. Default false.
    /// </summary>
    public bool IgnoreFailure { get; set; }

    /// <summary>The number of times that an action is tried again before it counts as failed. Default 0.</summary>
    public int Retries { get; set; }

    /// <summary>The wait before each further try. Default 2 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The time after which the command, <c>Verify</c>, a guard, or the change of a package or service is stopped and
    /// fails. Default: an hour; 15 minutes for packages and services; a minute for guards. An error when the resource
    /// has none of them.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// The user that the command, the guards and <c>Verify</c> of this resource run as, also when the account has
    /// expired or is locked. Default: the user of the run, usually root. An error when the resource has none of them.
    /// </summary>
    public string? RunAs { get; set; }

    /// <summary>
    /// Hides the content, commands and output of this resource everywhere. Default false. A resource that contains a
    /// <c>Secret</c> is always sensitive.
    /// </summary>
    public bool Sensitive { get; set; }

    /// <summary>
    /// True when the last <c>await Converge()</c> changed something for this resource; in a plan, when it would change
    /// something.
    /// </summary>
    /// <exception cref="RecipeException">There was no <c>await Converge()</c> after the declaration: the node
    /// has not changed yet.</exception>
    public bool Changed => ChangedByConverge
        ?? throw new RecipeException(
            $"{this}.Changed is not known yet: write `await Converge();` before it, or use Notifies");

    /// <summary>The line of the recipe that declares the resource.</summary>
    public SourceLocation DeclaredAt { get; internal set; }

    /// <summary>The name of the function that declares such a resource: that of its class without "Resource".</summary>
    internal virtual string Word => GetType().Name.Split('`')[0] is var name
        && name.EndsWith(nameof(Resource), StringComparison.Ordinal) ? name[..^nameof(Resource).Length] : name;

    internal bool? ChangedByConverge { get; set; }

    /// <summary>Counts the resources of a recipe that have the same type and name: 1 for the first of them.</summary>
    internal int Occurrence { get; set; } = 1;

    internal IReadOnlyList<Guard> Guards => guards;

    internal IReadOnlyList<Notification> Notifications => notifications;

    /// <summary>True when the recipe chooses actions by <see cref="Do"/>.</summary>
    internal bool HasChosenActions => chosen is { Count: > 0 };

    internal IReadOnlyList<ResourceAction> Actions => chosen ?? [.. DefaultActions()];

    /// <summary>The recipe that declares the resource, such as <c>web::default</c>; null when none does.</summary>
    internal virtual string? Recipe => context?.Recipe;

    /// <summary>True for a message, which is not a part of the node.</summary>
    internal virtual bool IsMessage => false;

    /// <summary>True when the name is the command that runs: a sensitive resource must not show it.</summary>
    internal virtual bool IsNamedByCommand => false;

    /// <summary>What the guards share with the command of the resource; null when it has no command.</summary>
    internal virtual CommandSurroundings? Surroundings => null;

    /// <summary>The recipe that declares the resource.</summary>
    protected internal RecipeContext Context =>
        context ?? throw new RecipeException($"{this} is not declared: pass it to Declare(...)");

    /// <summary>
    /// A guard: the resource acts only when this shell command exits with 0 on the node, right before the action. The
    /// command must not change the node: it runs in a plan too, and sometimes twice. A guard of Execute and Script runs
    /// in their <c>Cwd</c>, with their <c>Environment</c> and <c>Umask</c>.
    /// </summary>
    /// <remarks>
    /// The action fails when the guard cannot be judged: its folder or user is missing, or the shell says that it does
    /// not find or may not execute a command, or that the syntax is wrong. In a plan such a guard counts as true when
    /// something declared before it would change.
    /// </remarks>
    /// <example><code>Execute("make install", e => e.OnlyIf("test -f /src/Makefile"));</code></example>
    public void OnlyIf(string command) => Add(new Guard(command, MustSucceed: true));

    /// <summary>
    /// A guard: the resource acts only when the exit code of this shell command is not 0 on the node, right before the
    /// action. In all else it is like <see cref="OnlyIf"/>.
    /// </summary>
    /// <example><code>Execute("initdb /data", e => e.NotIf("test -d /data/base"));</code></example>
    public void NotIf(string command) => Add(new Guard(command, MustSucceed: false));

    /// <summary>
    /// Runs <paramref name="action"/> after a change of this resource: once at the end of the run, or immediately.
    /// </summary>
    /// <example><code>Template("/etc/app.conf", t => t.Notifies(app.Restart));</code></example>
    public void Notifies(ResourceAction action, Timing timing = Timing.Delayed)
    {
        ArgumentNullException.ThrowIfNull(action);
        notifications.Add(new Notification(action, timing));
    }

    /// <summary>Runs <paramref name="action"/> of this resource after a change of <paramref name="other"/>.</summary>
    /// <example><code>Service("nginx", s => s.SubscribesTo(conf, s.Reload));</code></example>
    public void SubscribesTo(Resource other, ResourceAction action, Timing timing = Timing.Delayed)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(action);
        if (!ReferenceEquals(action.Resource, this))
        {
            throw new RecipeException(
                $"{this} can only subscribe its own actions, and {action} belongs to another resource: use Notifies");
        }

        other.Notifies(action, timing);
    }

    /// <summary>Chooses no actions: the resource acts only when it is notified.</summary>
    public void OnlyWhenNotified() => chosen = [];

    /// <summary>Chooses the actions to run, in order, instead of the default ones.</summary>
    /// <example><code>Package("telnet", p => p.Do(p.Purge));</code></example>
    /// <exception cref="RecipeException">An action belongs to another resource.</exception>
    public void Do(params ResourceAction[] actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var other = actions.FirstOrDefault(action => !ReferenceEquals(action.Resource, this));
        chosen = other is null ? [.. actions] : throw new RecipeException(
            $"{this} can only choose its own actions, and {other} belongs to another resource: use Notifies");
    }

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => $"{Type}[{Name}]";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    internal void Declared(RecipeContext by, SourceLocation at) => (context, DeclaredAt) = (by, at);

    private void Add(Guard guard) => guards.Add(string.IsNullOrWhiteSpace(guard.Command)
        ? throw new RecipeException($"{this}: the command of a guard is empty, so that it would decide nothing")
        : guard);

    /// <summary>The actions that run when the recipe chooses none.</summary>
    protected abstract IEnumerable<ResourceAction> DefaultActions();

    /// <summary>Makes an action of this resource, with the name of the calling member.</summary>
    protected ResourceAction Act(Func<Node, IEnumerable<Step>> steps, [CallerMemberName] string name = "") =>
        new(this, JsonNamingPolicy.SnakeCaseLower.ConvertName(name), steps);
}

using System.Runtime.CompilerServices;

namespace CSharpChef.Recipes;

/// <summary>
/// What a recipe can say. A recipe is the body of a C# script that runs with this object around it: every
/// word (<c>File</c>, <c>Package</c>, <c>Include</c>, …) is a member here. A word declares; the node changes
/// when the run converges.
/// </summary>
public sealed partial class RecipeContext
{
    private readonly IRecipeHost host;

    internal RecipeContext(string cookbook, IRecipeHost host)
    {
        Cookbook = cookbook;
        this.host = host;
    }

    /// <summary>The machine this recipe is for: its facts and attributes.</summary>
    /// <example><code>if (Node.Platform.Family == "debian") { Package("curl"); }</code></example>
    public Node Node => host.Node;

    /// <summary>The name of the cookbook this recipe belongs to.</summary>
    public string Cookbook { get; }

    /// <summary>Makes a notification run right after its sender instead of at the end of the run.</summary>
    /// <example><code>File("/etc/app.conf", f => f.Notifies(app.Restart, Immediately));</code></example>
    public static Timing Immediately => Timing.Immediately;

    /// <summary>
    /// Declares a resource: sets its properties by <paramref name="configure"/> and adds it to the run. Words
    /// of a cookbook's own resources call this as the built-in ones do.
    /// </summary>
    /// <example>
    /// <code>
    /// VhostResource Vhost(
    ///     string name,
    ///     Action&lt;VhostResource&gt;? configure = null,
    ///     [CallerFilePath] string file = "",
    ///     [CallerLineNumber] int line = 0) =>
    ///     Declare(new VhostResource(name), configure, file, line);
    /// </code>
    /// </example>
    public T Declare<T>(
        T resource,
        Action<T>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0)
        where T : Resource
    {
        ArgumentNullException.ThrowIfNull(resource);
        resource.Declared(this, new SourceLocation(sourceFile, sourceLine));
        host.Declare(resource);
        configure?.Invoke(resource);
        return resource;
    }

    /// <summary>
    /// Evaluates another recipe here, once per run: <c>"base::hardening"</c>, or <c>"base"</c> for its
    /// <c>default</c>. Await it when that recipe itself awaits.
    /// </summary>
    /// <exception cref="RecipeException">There is no such cookbook or recipe.</exception>
    public Task Include(string recipe) => host.Include(this, recipe);

    /// <summary>
    /// The barrier: all that was declared above becomes true on the node before the next line runs. Costs one
    /// more round trip. In a plan it tells what would change and goes on.
    /// </summary>
    /// <example><code>Package("postgresql"); await Converge();</code></example>
    public Task Converge() => host.Converge();

    /// <summary>
    /// Asks the node now, by a shell command that must only read: it runs in a plan too.
    /// </summary>
    /// <returns>What the command wrote to standard output, without the last line end.</returns>
    /// <exception cref="ChefException">The command ended with another exit code than 0.</exception>
    /// <example><code>var version = await Query("psql --version");</code></example>
    public Task<string> Query(string command) => host.Query(command);

    /// <summary>
    /// A secret text: masked wherever the run prints, and whatever contains it becomes sensitive by itself.
    /// <paramref name="name"/> is the dotted path of an attribute (<c>db.password</c>), <c>env:NAME</c> for an
    /// environment variable or <c>file:PATH</c> for a file of the machine the run starts from.
    /// </summary>
    /// <exception cref="RecipeException">There is no such secret, or it is shorter than 4 characters.</exception>
    /// <example><code>File("/etc/app/db", f => f.Content = $"password={Secret("db.password")}\n");</code></example>
    public string Secret(string name) => host.Secret(name);

    internal FileContent CookbookFile(string folder, string source) => host.CookbookFile(Cookbook, folder, source);

    internal FileContent RenderTemplate(string source, object? variables, bool sensitive) =>
        host.RenderTemplate(Cookbook, source, variables, sensitive);
}

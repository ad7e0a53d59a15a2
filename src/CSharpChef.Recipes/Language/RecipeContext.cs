using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

/// <summary>
/// The words of a recipe. A recipe is the body of a C# script, and every word in it (<c>File</c>, <c>Package</c>,
/// <c>Include</c>, …) is a member of this class. A word declares a resource; the node changes later, when the run
/// converges.
/// </summary>
public sealed partial class RecipeContext
{
    private readonly IRecipeHost host;

    internal RecipeContext(string cookbook, string recipe, IRecipeHost host)
    {
        Cookbook = cookbook;
        Recipe = recipe;
        this.host = host;
    }

    /// <summary>The machine that this recipe runs for: its facts and attributes.</summary>
    /// <example><code>if (Node.Platform.Family == "debian") { Package("curl"); }</code></example>
    public Node Node => host.Node;

    /// <summary>
    /// The hosts of the inventory in the order of their names; without an inventory, the hosts of the run. Their
    /// attributes are those that the inventory and the project file give them, without the defaults of cookbooks. Their
    /// facts are the last ones that a run or <c>csharpchef show facts</c> has read.
    /// </summary>
    /// <exception cref="RecipeException">A fact is read of a host whose facts were never read; the message names the
    /// command that reads them. <see cref="Node.HasFacts"/> tells it before.</exception>
    /// <example>
    /// <code>
    /// var backends = Nodes.Where(n => n.Groups.Contains("web")).Select(n => $"server {n.Address}:{n["site.port"]};");
    /// </code>
    /// </example>
    public IReadOnlyList<Node> Nodes => host.Nodes;

    /// <summary>
    /// The <see cref="Nodes"/> that match a query in the search words of Chef, in the order of their names. Fields are
    /// <c>name</c>, <c>address</c>, <c>group</c> (also <c>role</c>), the paths of attributes (<c>web.port</c>, or
    /// <c>web_port</c>) and facts (<c>platform</c>, <c>ipaddress</c>, <c>memory.total</c>, …). <c>AND</c>, <c>OR</c>,
    /// <c>NOT</c>, <c>*</c>, <c>?</c> and ranges are as in Chef; terms side by side mean <c>OR</c>.
    /// </summary>
    /// <exception cref="RecipeException">The query is not understood, or a node is found only by facts that were never
    /// read; the message names the position, or the command that reads them.</exception>
    /// <example><code>var databases = Search("role:db AND NOT name:db3*");</code></example>
    public IReadOnlyList<Node> Search(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (OpsWorksBags.IsOne(query))
        {
            throw new RecipeException(
                $"Search(\"{query}\") searches machines: write Search(\"{query}\", \"*:*\") for the items of the data bag");
        }

        return NodeQuery.Parse(query).Find(Nodes);
    }

    /// <summary>The name of the cookbook this recipe belongs to.</summary>
    public string Cookbook { get; }

    /// <summary>The recipe's name in a run list, such as <c>web::default</c>.</summary>
    internal string Recipe { get; }

    /// <summary>
    /// The timing of a notification that runs right after its sender instead of at the end of the run.
    /// </summary>
    /// <example><code>File("/etc/app.conf", f => f.Notifies(app.Restart, Immediately));</code></example>
    public static Timing Immediately => Timing.Immediately;

    /// <summary>
    /// Declares a resource: adds it to the run and sets its properties by <paramref name="configure"/>. The words of
    /// resources call this method, and so does a function of a cookbook that declares a resource.
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
        resource.Declared(this, host.Locate(sourceFile, sourceLine, resource.Word));
        host.Declare(resource);
        configure?.Invoke(resource);
        return resource;
    }

    /// <summary>
    /// Evaluates another recipe here, at most once per run: <c>"base::hardening"</c>, or <c>"base"</c> for the recipe
    /// <c>default</c> of the cookbook <c>base</c>. Await it when that recipe uses <c>await</c>.
    /// </summary>
    /// <exception cref="RecipeException">There is no such cookbook or recipe.</exception>
    public Task Include(string recipe) => host.Include(this, recipe);

    /// <summary>
    /// A barrier: applies all resources declared so far to the node before the next line of the recipe runs. Costs one
    /// more round trip. In a plan it reports what would change and continues. A change before it also notifies what is
    /// declared behind it; an immediate notification then runs right behind it.
    /// </summary>
    /// <example><code>Package("postgresql"); await Converge();</code></example>
    public Task Converge() => host.Converge();

    /// <summary>
    /// Runs a shell command on the node now, and returns its output. The command must not change the node: it runs in a
    /// plan too. When it fails in a plan that would change something before it, the plan ends there.
    /// </summary>
    /// <returns>The standard output of the command, without the last line end.</returns>
    /// <exception cref="ChefException">The exit code of the command was not 0, or it wrote more than 16 MB.</exception>
    /// <example><code>var version = await Query("psql --version");</code></example>
    public Task<string> Query(
        string command, [CallerFilePath] string sourceFile = "", [CallerLineNumber] int sourceLine = 0) =>
        host.Query(command, Locate(sourceFile, sourceLine, nameof(Query)));

    /// <summary>
    /// A secret text. All output of the run masks it, and a resource that contains it becomes sensitive. The recipe
    /// waits while it is read, on the machine that the run starts from, once for all hosts of the run.
    /// </summary>
    /// <param name="name">
    /// The dotted path of an attribute (<c>db.password</c>), or a store and a place in it: <c>env:NAME</c>, an
    /// environment variable; <c>file:PATH</c>, a file; <c>command:PROGRAM ARGUMENTS</c>, what a program prints;
    /// <c>databag:BAG/ITEM#KEY</c>, a value of a data bag item; <c>vault:PATH#KEY</c>, HashiCorp Vault or OpenBao. On a
    /// server: an attribute, or a secret of the stack (<c>csharpchef stack secret set</c>); it reads no other place.
    /// </param>
    /// <exception cref="RecipeException">
    /// The secret does not exist, it is shorter than 4 characters, or it is an object or a list.
    /// </exception>
    /// <exception cref="ChefException">The server that has it cannot be reached.</exception>
    /// <example><code>File("/etc/app/db", f => f.Content = $"password={Secret("db.password")}\n");</code></example>
    public string Secret(string name) => host.Secret(name);

    internal SourceLocation Locate(string file, int line, string word) => host.Locate(file, line, word);

    internal FileContent CookbookFile(string folder, string source) => host.CookbookFile(Cookbook, folder, source);

    internal FileContent RenderTemplate(string source, object? variables, bool sensitive) =>
        host.RenderTemplate(Cookbook, source, variables, sensitive);
}

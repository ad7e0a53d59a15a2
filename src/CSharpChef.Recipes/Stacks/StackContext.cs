using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// What the file of a stack can say. It is the body of a C# script that runs with this object around it. A word
/// declares; <c>csharpchef apply</c> makes the server's stack so, and <c>csharpchef plan</c> shows what that would
/// change.
/// </summary>
/// <example>
/// <code>
/// Stack("shop", s => s.Cookbooks = Git("https://example.com/cookbooks.git", revision: "main"));
/// Layer("web", l => l.Setup("nginx"));
/// foreach (var number in Enumerable.Range(1, 3))
/// {
///     Instance($"web{number}", i => i.Layers("web"));
/// }
/// </code>
/// </example>
public sealed partial class StackContext
{
    private readonly string folder;
    private readonly List<StackDeclaration> stacks = [];

    internal StackContext(string folder) => this.folder = folder;

    internal IReadOnlyList<StackDeclaration> Stacks => stacks;

    /// <summary>A stack. What is declared below it belongs to it, up to the next one.</summary>
    /// <param name="name">Its name, by which the server's is found.</param>
    /// <param name="configure">Sets its properties.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <param name="sourceLine">Filled in by the compiler.</param>
    /// <example>
    /// <code>
    /// Stack("shop", s =>
    /// {
    ///     s.DefaultOs = "Debian 12";
    ///     s.CustomJson = new { motd = "hello" };
    ///     s.Tags["team"] = "web";
    /// });
    /// </code>
    /// </example>
    public StackDeclaration Stack(
        string name, Action<StackDeclaration>? configure =
            null, [CallerFilePath] string sourceFile = "", [CallerLineNumber] int sourceLine = 0)
    {
        var stack = new StackDeclaration(name, new(sourceFile, sourceLine));
        stacks.Add(stack);
        configure?.Invoke(stack);
        return stack;
    }

    /// <summary>A layer: a duty of machines, with the recipes for it.</summary>
    /// <param name="shortname">Its short name, by which the server's is found: small letters, digits, - and _.</param>
    /// <param name="configure">Sets its properties.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <param name="sourceLine">Filled in by the compiler.</param>
    /// <example>
    /// <code>
    /// Layer("web", l =>
    /// {
    ///     l.Name = "Web servers";
    ///     l.Setup("nginx");
    ///     l.Deploy("shop::deploy");
    /// });
    /// </code>
    /// </example>
    public LayerDeclaration Layer(
        string shortname, Action<LayerDeclaration>? configure =
            null, [CallerFilePath] string sourceFile = "", [CallerLineNumber] int sourceLine = 0) =>
        Add(stack => stack.LayerList, new LayerDeclaration(shortname, new(sourceFile, sourceLine)), configure);

    /// <summary>An instance: a machine, or the record of one that is not there yet. Nothing is started by it.</summary>
    /// <param name="hostname">Its host name, by which the server's is found.</param>
    /// <param name="configure">Sets its properties.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <param name="sourceLine">Filled in by the compiler.</param>
    /// <example>
    /// <code>
    /// Instance("web1", i =>
    /// {
    ///     i.Layers("web");
    ///     i.Hours(8..20, DayOfWeek.Monday, DayOfWeek.Friday);
    /// });
    /// </code>
    /// </example>
    public InstanceDeclaration Instance(
        string hostname, Action<InstanceDeclaration>? configure =
            null, [CallerFilePath] string sourceFile = "", [CallerLineNumber] int sourceLine = 0) =>
        Add(stack => stack.InstanceList, new InstanceDeclaration(hostname, new(sourceFile, sourceLine)), configure);

    /// <summary>An app: what is deployed. Nothing is deployed by it.</summary>
    /// <param name="shortname">Its short name, by which the server's is found.</param>
    /// <param name="configure">Sets its properties.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <param name="sourceLine">Filled in by the compiler.</param>
    /// <example>
    /// <code>
    /// App("shop", a =>
    /// {
    ///     a.Source = Git("https://example.com/shop.git");
    ///     a.Environment["MODE"] = "live";
    ///     a.SecureEnvironment["TOKEN"] = Secret("TOKEN");
    /// });
    /// </code>
    /// </example>
    public AppDeclaration App(
        string shortname, Action<AppDeclaration>? configure =
            null, [CallerFilePath] string sourceFile = "", [CallerLineNumber] int sourceLine = 0) =>
        Add(stack => stack.AppList, new AppDeclaration(shortname, new(sourceFile, sourceLine)), configure);

    /// <summary>What a user may do with the stack.</summary>
    /// <param name="user">The user's name, or ARN. The server must have this user.</param>
    /// <param name="configure">Sets its properties.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <param name="sourceLine">Filled in by the compiler.</param>
    /// <example><code>Permission("alice", p => { p.Level = "deploy"; p.AllowSsh = true; });</code></example>
    public PermissionDeclaration Permission(
        string user, Action<PermissionDeclaration>? configure =
            null, [CallerFilePath] string sourceFile = "", [CallerLineNumber] int sourceLine = 0) =>
        Add(stack => stack.PermissionList, new PermissionDeclaration(user, new(sourceFile, sourceLine)), configure);

    /// <summary>A JSON text as a value, for <c>CustomJson</c> and <c>Set</c>.</summary>
    /// <exception cref="RecipeException">It is no JSON.</exception>
    /// <example><code>Stack("shop", s => s.CustomJson = Json("""{ "motd": "hello" }"""));</code></example>
    public static JsonNode Json(string text)
    {
        try
        {
            return JsonNode.Parse(text) ?? throw new RecipeException("null is no value here");
        }
        catch (JsonException e)
        {
            throw new RecipeException($"this is no JSON: {e.Message}", e);
        }
    }

    private T Add<T>(Func<StackDeclaration, List<T>> list, T one, Action<T>? configure)
        where T : Declaration
    {
        var stack = stacks.LastOrDefault()
            ?? throw new RecipeException($"\"{one.Key}\" belongs to no stack: declare Stack(...) before it");
        if (list(stack).Find(
            other => string.Equals(other.Key, one.Key, StringComparison.OrdinalIgnoreCase)) is { } first)
        {
            throw new RecipeException($"\"{one.Key}\" is declared a second time; the first is at {first.DeclaredAt}");
        }

        list(stack).Add(one);
        configure?.Invoke(one);
        return one;
    }
}

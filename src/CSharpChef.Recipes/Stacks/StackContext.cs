using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// The words of a stack file. A stack file is the body of a C# script, and every word in it is a member of this class.
/// A word declares a part of a stack; <c>csharpchef apply</c> changes the stack on the server to match, and
/// <c>csharpchef plan</c> shows what it would change.
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
    private readonly Func<string, int, string, SourceLocation> locate;

    internal StackContext(string folder, Func<string, int, string, SourceLocation>? locate = null)
    {
        this.folder = folder;
        this.locate = locate ?? ((file, line, _) => new SourceLocation(file, line));
    }

    internal IReadOnlyList<StackDeclaration> Stacks => stacks;

    /// <summary>Declares a stack. The declarations after it, up to the next stack, belong to it.</summary>
    /// <param name="name">The name, by which the stack is found on the server.</param>
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
        var stack = new StackDeclaration(name, locate(sourceFile, sourceLine, "Stack"));
        stacks.Add(stack);
        configure?.Invoke(stack);
        return stack;
    }

    /// <summary>
    /// Declares a layer: a group of instances with the same purpose, and the recipes that set them up.
    /// </summary>
    /// <param name="shortname">The short name, by which the layer is found on the server: lower-case letters, digits, -
    /// and _.</param>
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
        Add(
            stack => stack.LayerList, new LayerDeclaration(
                shortname, locate(sourceFile, sourceLine, "Layer")), configure);

    /// <summary>Declares an instance: a machine, existing or future. The declaration does not start it.</summary>
    /// <param name="hostname">The host name, by which the instance is found on the server.</param>
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
        Add(
            stack => stack.InstanceList, new InstanceDeclaration(
                hostname, locate(sourceFile, sourceLine, "Instance")), configure);

    /// <summary>Declares an app. The declaration does not deploy it.</summary>
    /// <param name="shortname">The short name, by which the app is found on the server.</param>
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
        Add(
            stack => stack.AppList, new AppDeclaration(shortname, locate(sourceFile, sourceLine, "App")), configure);

    /// <summary>Declares the permissions of a user on the stack.</summary>
    /// <param name="user">The user's name, or ARN. The server must have this user.</param>
    /// <param name="configure">Sets its properties.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <param name="sourceLine">Filled in by the compiler.</param>
    /// <example><code>Permission("alice", p => { p.Level = "deploy"; p.AllowSsh = true; });</code></example>
    public PermissionDeclaration Permission(
        string user, Action<PermissionDeclaration>? configure =
            null, [CallerFilePath] string sourceFile = "", [CallerLineNumber] int sourceLine = 0) =>
        Add(
            stack => stack.PermissionList, new PermissionDeclaration(
                user, locate(sourceFile, sourceLine, "Permission")), configure);

    /// <summary>Parses JSON, for <c>CustomJson</c> and <c>Set</c>.</summary>
    /// <exception cref="RecipeException">The text is not valid JSON.</exception>
    /// <example><code>Stack("shop", s => s.CustomJson = Json("""{ "motd": "hello" }"""));</code></example>
    public static JsonNode Json(string text)
    {
        try
        {
            return JsonNode.Parse(text) ?? throw new RecipeException("the value must not be null");
        }
        catch (JsonException e)
        {
            throw new RecipeException($"this is not valid JSON: {e.Message}", e);
        }
    }

    private T Add<T>(Func<StackDeclaration, List<T>> list, T declaration, Action<T>? configure)
        where T : Declaration
    {
        var stack = stacks.LastOrDefault()
            ?? throw new RecipeException(
                $"\"{declaration.Key}\" does not belong to a stack: declare Stack(...) before it");
        if (list(stack).Find(
            other => string.Equals(other.Key, declaration.Key, StringComparison.OrdinalIgnoreCase)) is { } first)
        {
            throw new RecipeException(
                $"\"{declaration.Key}\" is declared twice; the first declaration is at {first.DeclaredAt}");
        }

        list(stack).Add(declaration);
        configure?.Invoke(declaration);
        return declaration;
    }
}

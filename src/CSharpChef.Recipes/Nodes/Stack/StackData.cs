namespace CSharpChef.Recipes;

/// <summary>
/// What a recipe on a server sees of its stack, as it was when the command began. Recipes read it through
/// <see cref="Node"/>: <c>Node.Stack</c>, <c>Node.Layer("db")</c>, <c>Node.Apps</c>. A test makes one.
/// </summary>
/// <example>
/// <code>
/// var data = new StackData("web1")
/// {
///     Layers = [new LayerInfo("web"), new LayerInfo("db")],
///     Instances =
///     [
///         new InstanceInfo("web1") { Layers = ["web"] },
///         new InstanceInfo("db1") { Layers = ["db"], PrivateIp = "10.0.0.21" },
///     ],
/// };
/// </code>
/// </example>
/// <param name="Self">The hostname of the instance that the recipe runs for.</param>
public sealed record StackData(string Self)
{
    /// <summary>The stack. Default: one that is named <c>stack</c>.</summary>
    public StackInfo Stack { get; init; } = new("stack");

    /// <summary>The layers of the stack.</summary>
    public IReadOnlyList<LayerInfo> Layers { get; init; } = [];

    /// <summary>All instances of the stack, also those that are not online.</summary>
    public IReadOnlyList<InstanceInfo> Instances { get; init; } = [];

    /// <summary>The apps of the stack.</summary>
    public IReadOnlyList<AppInfo> Apps { get; init; } = [];

    /// <summary>The command that the recipe runs in. Default: a Configure.</summary>
    public CommandInfo Command { get; init; } = new("configure");

    /// <summary>The instance that the recipe runs for.</summary>
    internal InstanceInfo Own => Instances.FirstOrDefault(instance => instance.Hostname == Self)
        ?? throw new RecipeException($"the data of the stack {Stack.Name} has no instance {Self}");

    /// <summary>A layer with its instances.</summary>
    internal LayerInfo Layer(string name) => Find(name) is { } layer
        ? layer with { Data = this }
        : throw new RecipeException(
            $"the stack {Stack.Name} has no layer \"{name}\""
            + Nearest.Question(name, Layers.Select(each => each.Name)));

    internal LayerInfo? Find(string name) => Layers.FirstOrDefault(layer => layer.Name == name);
}

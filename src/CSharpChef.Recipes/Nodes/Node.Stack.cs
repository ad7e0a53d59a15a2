namespace CSharpChef.Recipes;

// What a recipe on a server sees of the stack of its instance.
public sealed partial class Node
{
    internal const string OnlyOnServers =
        "Publish, and Node.Stack, Layers, Layer, Self, Apps, Command and IsLeader, need a server that runs the recipe on an instance of a stack";

    /// <summary>The stack of the instance that the recipe runs for.</summary>
    /// <exception cref="RecipeException">The run is not one of a server.</exception>
    public StackInfo Stack => Data.Stack;

    /// <summary>The layers of the instance that the recipe runs for, in its order.</summary>
    /// <exception cref="RecipeException">The run is not one of a server.</exception>
    /// <example><code>if (Node.Layers.Any(layer => layer.Name == "web")) { Package("nginx"); }</code></example>
    public IReadOnlyList<LayerInfo> Layers => [.. Self.Layers.Select(Data.Layer)];

    /// <summary>The instance that the recipe runs for.</summary>
    /// <exception cref="RecipeException">The run is not one of a server.</exception>
    public InstanceInfo Self => Data.Own;

    /// <summary>The apps of the stack, in the order of their short names.</summary>
    /// <exception cref="RecipeException">The run is not one of a server.</exception>
    /// <example>
    /// <code>
    /// foreach (var app in Node.Apps.Where(app => app.IsDeployed)) { Directory($"/srv/{app.Name}"); }
    /// </code>
    /// </example>
    public IReadOnlyList<AppInfo> Apps => [.. Data.Apps.OrderBy(app => app.Name, StringComparer.Ordinal)];

    /// <summary>The command that the recipe runs in.</summary>
    /// <exception cref="RecipeException">The run is not one of a server.</exception>
    public CommandInfo Command => Data.Command;

    /// <summary>
    /// Whether this instance is the leader of its first layer in this command: one of the layer's instances is, which
    /// does what only one may do, such as a migration. <see cref="LayerInfo.Leader"/> tells it of another layer.
    /// </summary>
    /// <exception cref="RecipeException">The run is not one of a server.</exception>
    /// <example><code>if (Node.IsLeader) { Execute("/srv/shop/migrate"); }</code></example>
    public bool IsLeader => Layers is [var first, ..] && first.Leader?.Hostname == Data.Self;

    /// <summary>A layer of the stack by its short name.</summary>
    /// <exception cref="RecipeException">The stack has no such layer, or the run is not one of a server.</exception>
    /// <example>
    /// <code>
    /// var hosts = string.Join(',', Node.Layer("db").Instances.Select(db => db.PrivateIp));
    /// File("/etc/app/databases", f => f.Content = $"{hosts}\n");
    /// </code>
    /// </example>
    public LayerInfo Layer(string name) => Data.Layer(name);

    /// <summary>What is known of the stack; null when the run is not one of a server.</summary>
    internal StackData? KnownData { get; init; }

    /// <summary>The error of reading it when the run is not one of a server.</summary>
    internal string MissingData { get; init; } = OnlyOnServers;

    private StackData Data => KnownData ?? throw new RecipeException(MissingData);
}

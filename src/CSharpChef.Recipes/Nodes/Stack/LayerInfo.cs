namespace CSharpChef.Recipes;

/// <summary>A layer of a stack as a recipe on a server sees it.</summary>
/// <param name="Name">The short name of the layer, such as <c>web</c>.</param>
public sealed record LayerInfo(string Name)
{
    /// <summary>The id of the layer.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name for people, such as <c>Web servers</c>. Default: the short name.</summary>
    public string DisplayName { get; init; } = Name;

    /// <summary>The type of the layer; <c>custom</c> except for the built-in layers that Chef 11 had.</summary>
    public string Type { get; init; } = "custom";

    /// <summary>The packages that Setup installs.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The volumes of each of its instances.</summary>
    public IReadOnlyList<VolumeInfo> Volumes { get; init; } = [];

    /// <summary>The ARN of the ECS cluster of the layer; null for other layers.</summary>
    public string? EcsClusterArn { get; init; }

    /// <summary>
    /// The online instances of the layer, in the order of their hostnames. An instance in its first Setup is not online
    /// yet; <see cref="AllInstances"/> has it.
    /// </summary>
    /// <example>
    /// <code>
    /// var servers = Node.Layer("db").Instances.Select(db => $"server {db.PrivateIp};");
    /// </code>
    /// </example>
    public IReadOnlyList<InstanceInfo> Instances => [.. AllInstances.Where(instance => instance.IsOnline)];

    /// <summary>All instances of the layer, also those that are not online, in the order of their hostnames.</summary>
    public IReadOnlyList<InstanceInfo> AllInstances => Data is null ? [] :
    [
        .. Data.Instances.Where(instance => instance.Layers.Contains(Name))
            .OrderBy(instance => instance.Hostname, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The instance of the layer that does what only one may do in a command: of the instances that run the command,
    /// the online one that was created first, or the one that was created first when none is online. Null when no
    /// instance of the layer runs it.
    /// </summary>
    public InstanceInfo? Leader => Data is null ? null : AllInstances.Where(Runs)
        .OrderBy(instance => !instance.IsOnline)
        .ThenBy(instance => instance.CreatedAt)
        .ThenBy(instance => instance.Hostname, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>What the layer belongs to; null for one that is not in the data of a stack.</summary>
    internal StackData? Data { get; init; }

    private bool Runs(InstanceInfo instance) => Data!.Command.Instances is { Count: > 0 } targets
        ? targets.Contains(instance.Hostname)
        : instance.IsOnline || instance.Hostname == Data.Self || instance.Status == InstanceInfo.RunningSetup;
}

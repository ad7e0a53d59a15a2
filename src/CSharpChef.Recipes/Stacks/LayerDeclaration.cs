using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>A duty of machines, with the recipes for it.</summary>
public sealed class LayerDeclaration : Declaration
{
    private readonly JsonObject recipes = [];
    private readonly JsonArray volumes = [];

    internal LayerDeclaration(string shortname, SourceLocation at)
        : base(shortname, at)
    {
    }

    /// <summary>What people call it. Default: the short name.</summary>
    public string? Name { get => Get<string>(); set => Put(value); }

    /// <summary>
    /// <c>custom</c>, the default, or a type of old, whose short name is fixed. It cannot be changed later.
    /// </summary>
    public string? Type { get => Get<string>(); set => Put(value); }

    /// <summary>Attributes for recipes on the layer's instances, over the stack's. It is compared as a whole.</summary>
    public object? CustomJson { get => Get<object>(); set => Put(CustomJsonText.Of(value)); }

    /// <summary>Whether failed instances are restarted. Default true.</summary>
    public bool? EnableAutoHealing { get => Get<bool?>(); set => Put(value); }

    /// <summary>Whether updates of the operating system are installed once after boot. Default true.</summary>
    public bool? InstallUpdatesOnBoot { get => Get<bool?>(); set => Put(value); }

    /// <summary>How long Shutdown recipes may take before the machine is stopped anyway. Default 2 minutes.</summary>
    public TimeSpan? ShutdownTimeout { get; set; }

    /// <summary>Settings of the types of old, kept as data for recipes. Those the file does not name stay.</summary>
    public IDictionary<string, string> Attributes { get; } = new Dictionary<string, string>();

    /// <summary>Those of the settings that are secret, such as <c>MysqlRootPassword</c>.</summary>
    public IDictionary<string, SecretText> SecretAttributes { get; } = new Dictionary<string, SecretText>();

    /// <summary>Tags, over the stack's. Those the file does not name stay.</summary>
    public IDictionary<string, string> Tags { get; } = new Dictionary<string, string>();

    /// <summary>When instances are started and stopped by load. Default: never.</summary>
    public LoadBasedScaling LoadBasedScaling { get; } = new();

    /// <summary>
    /// The recipes for when an instance has booted, in order: <c>"nginx"</c> or <c>"nginx::setup"</c>.
    /// </summary>
    public void Setup(params string[] names) => recipes["Setup"] = Node(names);

    /// <summary>The recipes for when an instance enters or leaves online, on all instances of the stack.</summary>
    public void Configure(params string[] names) => recipes["Configure"] = Node(names);

    /// <summary>The recipes for when an app is deployed, and after Setup.</summary>
    public void Deploy(params string[] names) => recipes["Deploy"] = Node(names);

    /// <summary>The recipes for when an app is removed.</summary>
    public void Undeploy(params string[] names) => recipes["Undeploy"] = Node(names);

    /// <summary>The recipes for before an instance stops.</summary>
    public void Shutdown(params string[] names) => recipes["Shutdown"] = Node(names);

    /// <summary>The packages that Setup installs.</summary>
    public void Packages(params string[] names) => Put(names);

    /// <summary>A volume each instance shall have; call it once for each.</summary>
    /// <param name="mountPoint">Where it is mounted, like <c>/vol/data</c>.</param>
    /// <param name="size">Its whole size in GiB.</param>
    /// <param name="disks">How many disks.</param>
    /// <param name="type"><c>standard</c>, <c>gp2</c>, <c>io1</c>, <c>st1</c> or <c>sc1</c>. Default: as the server has
    /// it.</param>
    /// <param name="raidLevel">0, 1, 5 or 10, when several disks form it.</param>
    public void Volume(string mountPoint, int size, int disks = 1, string? type = null, int? raidLevel = null)
    {
        var volume = new JsonObject { ["MountPoint"] = mountPoint };
        if (raidLevel is not null)
        {
            volume["RaidLevel"] = raidLevel;
        }

        volume["NumberOfDisks"] = disks;
        volume["Size"] = size;
        if (type is not null)
        {
            volume["VolumeType"] = type;
        }

        volumes.Add((JsonNode)volume);
    }

    private protected override void Complete(JsonObject all)
    {
        Merge(all, "Tags", Tags);
        Merge(all, "Attributes", Attributes);
        Hide(all, "Attributes", SecretAttributes);
        Add(all, "CustomRecipes", recipes);
        Add(all, "LoadBasedScaling", LoadBasedScaling.Members());
        if (volumes.Count > 0)
        {
            all["VolumeConfigurations"] = volumes.DeepClone();
        }

        if (ShutdownTimeout is { } timeout)
        {
            all["LifecycleEventConfiguration"] =
                new JsonObject { ["Shutdown"] = new JsonObject { ["ExecutionTimeout"] = (int)timeout.TotalSeconds } };
        }
    }

    private protected override void Collect(IDictionary<string, SecretText> all)
    {
        foreach (var (key, secret) in SecretAttributes)
        {
            all[$"Attributes.{key}"] = secret;
        }
    }

    private static void Add(JsonObject all, string member, JsonObject value)
    {
        if (value.Count > 0)
        {
            all[member] = value.DeepClone();
        }
    }
}

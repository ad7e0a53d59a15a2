using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>A group of instances with the same purpose, and the recipes that set them up.</summary>
public sealed class LayerDeclaration : Declaration
{
    private readonly JsonObject recipes = [];
    private readonly JsonArray volumes = [];

    internal LayerDeclaration(string shortname, SourceLocation at)
        : base(shortname, at)
    {
    }

    /// <summary>The display name. Default: the short name.</summary>
    public string? Name { get => Get<string>(); set => Put(value); }

    /// <summary>
    /// <c>custom</c>, the default, or a legacy built-in type, whose short name is fixed. It cannot be changed later.
    /// </summary>
    public string? Type { get => Get<string>(); set => Put(value); }

    /// <summary>Attributes for recipes on the instances of the layer; they take precedence over those of the stack.
    /// Compared as a whole.</summary>
    public object? CustomJson { get => Get<object>(); set => Put(CustomJsonText.Of(value)); }

    /// <summary>Whether failed instances are restarted. Default true.</summary>
    public bool? EnableAutoHealing { get => Get<bool?>(); set => Put(value); }

    /// <summary>Whether updates of the operating system are installed once after boot. Default true.</summary>
    public bool? InstallUpdatesOnBoot { get => Get<bool?>(); set => Put(value); }

    /// <summary>
    /// The time limit for Shutdown recipes; the machine is stopped after it in any case. Default 2 minutes.
    /// </summary>
    public TimeSpan? ShutdownTimeout { get; set; }

    /// <summary>
    /// Settings of the legacy types, which recipes can read. Settings that the file does not set stay on the server.
    /// </summary>
    public IDictionary<string, string> Attributes { get; } = new Dictionary<string, string>();

    /// <summary>The secret settings, such as <c>MysqlRootPassword</c>.</summary>
    public IDictionary<string, SecretText> SecretAttributes { get; } = new Dictionary<string, SecretText>();

    /// <summary>Tags, in addition to those of the stack. Tags that the file does not set stay on the server.</summary>
    public IDictionary<string, string> Tags { get; } = new Dictionary<string, string>();

    /// <summary>The rules by which load starts and stops instances. Default: none.</summary>
    public LoadBasedScaling LoadBasedScaling { get; } = new();

    /// <summary>
    /// Adds recipes that run after an instance boots, in order: <c>"nginx"</c> or <c>"nginx::setup"</c>.
    /// </summary>
    public void Setup(params string[] names) => recipes["Setup"] = Node(names);

    /// <summary>
    /// Adds recipes that run on all instances of the stack whenever an instance comes online or goes offline.
    /// </summary>
    public void Configure(params string[] names) => recipes["Configure"] = Node(names);

    /// <summary>Adds recipes that run when an app is deployed, and after Setup.</summary>
    public void Deploy(params string[] names) => recipes["Deploy"] = Node(names);

    /// <summary>Adds recipes that run when an app is removed.</summary>
    public void Undeploy(params string[] names) => recipes["Undeploy"] = Node(names);

    /// <summary>Adds recipes that run before an instance stops.</summary>
    public void Shutdown(params string[] names) => recipes["Shutdown"] = Node(names);

    /// <summary>Adds packages that Setup installs.</summary>
    public void Packages(params string[] names) => Put(names);

    /// <summary>Adds a volume to each instance of the layer.</summary>
    /// <param name="mountPoint">The mount point, such as <c>/vol/data</c>.</param>
    /// <param name="size">The total size in GiB.</param>
    /// <param name="disks">The number of disks.</param>
    /// <param name="type"><c>standard</c>, <c>gp2</c>, <c>io1</c>, <c>st1</c> or <c>sc1</c>. Default: the value on
    /// the server.</param>
    /// <param name="raidLevel">The RAID level of several disks: 0, 1, 5 or 10.</param>
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

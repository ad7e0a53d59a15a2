using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>A stack: a set of machines and apps that are managed together.</summary>
public sealed class StackDeclaration : Declaration
{
    private CodeSource? cookbooks;

    internal StackDeclaration(string name, SourceLocation at)
        : base(name, at)
    {
    }

    /// <summary>
    /// The id on the server, for a name that several stacks have. Default: the only stack with this name.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>
    /// The region in the ARN of the stack; it has no other effect. Default <c>local</c>. It cannot be changed later.
    /// </summary>
    public string? Region { get => Get<string>(); set => Put(value); }

    /// <summary>The operating system of new instances, such as <c>Debian 12</c>, which is the default.</summary>
    public string? DefaultOs { get => Get<string>(); set => Put(value); }

    /// <summary>The theme for host names of new instances. Default <c>Layer_Dependent</c>.</summary>
    public string? HostnameTheme { get => Get<string>(); set => Put(value); }

    /// <summary>The source of the stack's cookbooks. Default: none.</summary>
    public CodeSource? Cookbooks
    {
        get => cookbooks;
        set
        {
            cookbooks = value;
            PutSource(value, "CustomCookbooksSource");
        }
    }

    /// <summary>
    /// Attributes for all recipes of the stack: an object such as <c>new { motd = "hello" }</c>, or <c>Json("...")</c>.
    /// Compared as a whole.
    /// </summary>
    public object? CustomJson { get => Get<object>(); set => Put(CustomJsonText.Of(value)); }

    /// <summary>The name of the SSH key of new instances.</summary>
    public string? SshKeyName { get => Get<string>("DefaultSshKeyName"); set => Put(value, "DefaultSshKeyName"); }

    /// <summary>
    /// Whether a stopped machine keeps its disk: <c>ebs</c>, the default, keeps it; <c>instance-store</c> does not.
    /// </summary>
    public string? RootDeviceType
    {
        get =>
        Get<string>("DefaultRootDeviceType"); set => Put(value, "DefaultRootDeviceType");
    }

    /// <summary>The label of new instances.</summary>
    public string? AvailabilityZone
    {
        get =>
        Get<string>("DefaultAvailabilityZone"); set => Put(value, "DefaultAvailabilityZone");
    }

    /// <summary>The color of the stack in the console, such as <c>rgb(45, 114, 184)</c>.</summary>
    public string? Color { get; set; }

    /// <summary>Tags. Tags that the file does not set stay on the server.</summary>
    public IDictionary<string, string> Tags { get; } = new Dictionary<string, string>();

    internal List<LayerDeclaration> LayerList { get; } = [];

    internal List<InstanceDeclaration> InstanceList { get; } = [];

    internal List<AppDeclaration> AppList { get; } = [];

    internal List<PermissionDeclaration> PermissionList { get; } = [];

    private protected override void Complete(JsonObject all)
    {
        Merge(all, "Tags", Tags);
        if (cookbooks is not null)
        {
            all.TryAdd("UseCustomCookbooks", true);
        }

        if (Color is not null)
        {
            Merge(all, "Attributes", [KeyValuePair.Create("Color", Color)]);
        }
    }
}

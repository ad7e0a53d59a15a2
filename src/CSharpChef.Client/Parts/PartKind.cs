using CSharpChef.Client.Calls;

namespace CSharpChef.Client.Parts;

/// <summary>What a file can declare, with the operations that make it so.</summary>
/// <param name="Word">As a person reads it.</param>
/// <param name="Noun">As the API names it.</param>
/// <param name="Key">The member by which it is known again.</param>
internal sealed record PartKind(string Word, string Noun, string Key)
{
    public static readonly PartKind Stack = new("stack", "Stack", "Name");
    public static readonly PartKind Layer = new("layer", "Layer", "Shortname");
    public static readonly PartKind App = new("app", "App", "Shortname");
    public static readonly PartKind Instance = new("instance", "Instance", "Hostname");
    public static readonly PartKind Permission = new("permission", "Permission", "IamUserArn");

    private static readonly string[] NotSettings = ["StackId", "LayerIds", "IamUserArn"];

    /// <summary>In the order in which they are made; they are removed in the other.</summary>
    public static readonly IReadOnlyList<PartKind> All = [Stack, Layer, App, Instance, Permission];

    private readonly Lazy<(HashSet<string> Creatable, HashSet<string> Changeable)> members = new(() =>
        Members(Noun, Key));

    public string Id => $"{Noun}Id";

    public string Create => $"Create{Noun}";

    public string Update => $"Update{Noun}";

    public string Delete => $"Delete{Noun}";

    /// <summary>All that can be said when it is made, besides what tells it from others.</summary>
    public IReadOnlySet<string> Settings => members.Value.Creatable;

    /// <summary>The server takes it only when it is made.</summary>
    public bool IsFixed(string member) => Settings.Contains(member) && !members.Value.Changeable.Contains(member);

    /// <summary>As a person knows one of its key; a user by the last word of the ARN.</summary>
    public string Label(string key) => this == Permission ? key[(key.LastIndexOf('/') + 1)..] : key;

    public bool Equals(PartKind? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Word.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Word;

    private static (HashSet<string> Creatable, HashSet<string> Changeable) Members(string noun, string key)
    {
        if (noun == nameof(Permission))
        {
            return (Of("SetPermission", key), Of("SetPermission", key));
        }

        var extra = noun switch
        {
            nameof(Stack) => new[] { "Name", "Tags" },
            nameof(Layer) => ["Tags", "LoadBasedScaling"],
            nameof(Instance) => ["Layers", "Hours"],
            _ => [],
        };
        // The server knows this one as changeable, and refuses to change it.
        string[] never = ["ServiceRoleArn"];
        return ([.. Of($"Create{noun}", key), .. extra], [.. Of($"Update{noun}", key).Except(never), .. extra]);
    }

    private static HashSet<string> Of(string operation, string key) =>
        [.. ApiTargets.Find(operation).Input.Members.Select(member => member.Name).Except([.. NotSettings, key])];
}

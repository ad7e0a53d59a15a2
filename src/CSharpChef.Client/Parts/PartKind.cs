using CSharpChef.Client.Calls;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Removal;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Client.Parts;

/// <summary>A kind of part that a file can declare, with the operations that create, change and delete it.</summary>
/// <param name="Word">The word for the kind in messages.</param>
/// <param name="Noun">The name of the kind in files.</param>
/// <param name="Key">The member that identifies a part of this kind.</param>
internal sealed record PartKind(string Word, string Noun, string Key)
{
    public static readonly PartKind Stack = new("stack", nameof(Stack), nameof(StackRecord.Name))
    {
        Id = nameof(StackRecord.StackId),
        Create = nameof(CreateStack),
        Update = nameof(UpdateStack),
        Delete = nameof(DeleteStack),
        FileMembers = [nameof(StackRecord.Name), PartMembers.Tags],
    };

    public static readonly PartKind Layer = new("layer", nameof(Layer), nameof(LayerRecord.Shortname))
    {
        Id = nameof(LayerRecord.LayerId),
        Create = nameof(CreateLayer),
        Update = nameof(UpdateLayer),
        Delete = nameof(DeleteLayer),
        FileMembers = [PartMembers.Tags, PartMembers.LoadBasedScaling],
    };

    public static readonly PartKind App = new("app", nameof(App), nameof(AppRecord.Shortname))
    {
        Id = nameof(AppRecord.AppId),
        Create = nameof(CreateApp),
        Update = nameof(UpdateApp),
        Delete = nameof(DeleteApp),
        FileMembers = [PartMembers.Layers],
    };

    public static readonly PartKind Instance = new("instance", nameof(Instance), nameof(InstanceRecord.Hostname))
    {
        Id = nameof(InstanceRecord.InstanceId),
        Create = nameof(CreateInstance),
        Update = nameof(UpdateInstance),
        Delete = nameof(DeleteInstance),
        FileMembers = [PartMembers.Layers, PartMembers.Hours],
    };

    public static readonly PartKind Permission =
        new("permission", nameof(Permission), nameof(PermissionRecord.IamUserArn))
        {
            Id = nameof(PermissionRecord.IamUserArn),
            Create = nameof(SetPermission),
            Update = nameof(SetPermission),
            Delete = nameof(SetPermission),
        };

    /// <summary>All kinds in the order of creation. Removal goes in the opposite order.</summary>
    public static readonly IReadOnlyList<PartKind> All = [Stack, Layer, App, Instance, Permission];

    private static readonly string[] NotSettings =
        [nameof(StackRecord.StackId), nameof(InstanceRecord.LayerIds), nameof(PermissionRecord.IamUserArn)];

    private HashSet<string>? settings;
    private HashSet<string>? changeable;

    public required string Id { get; init; }

    public required string Create { get; init; }

    public required string Update { get; init; }

    public required string Delete { get; init; }

    /// <summary>Members that a file has and the operation that creates the part has not.</summary>
    private IReadOnlyList<string> FileMembers { get; init; } = [];

    /// <summary>The members of a part that can be declared, besides its key.</summary>
    public IReadOnlySet<string> Settings => settings ??= [.. Members(Create), .. FileMembers];

    // The server lists the role as changeable, and refuses to change it.
    private HashSet<string> Changeable => changeable ??=
        [.. Members(Update).Where(name => name != nameof(StackRecord.ServiceRoleArn)), .. FileMembers];

    /// <summary>True when the server accepts the member only at creation.</summary>
    public bool IsFixed(string member) => Settings.Contains(member) && !Changeable.Contains(member);

    /// <summary>The name that is shown for a part with this key; for a user the last word of the ARN.</summary>
    public string Label(string key) => this == Permission ? key[(key.LastIndexOf('/') + 1)..] : key;

    public bool Equals(PartKind? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Word.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Word;

    private IEnumerable<string> Members(string operation) => ApiTargets.Find(operation).Input.Members
        .Select(member => member.Name)
        .Except([.. NotSettings, Key]);
}

using System.Runtime.CompilerServices;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A group.</summary>
    /// <example><code>Group("ops", g => g.Members = ["ann", "bob"]);</code></example>
    public GroupResource Group(
        string name,
        Action<GroupResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new GroupResource(name), configure, sourceFile, sourceLine);
}

/// <summary>A group. What is null is left alone.</summary>
public sealed class GroupResource(string name) : Resource(name)
{
    private readonly string group = name;

    /// <summary>Group number. Default: the system chooses.</summary>
    public int? Gid { get; set; }

    /// <summary>Users that are members; they must exist. Default null: members are left alone.</summary>
    public IReadOnlyList<string>? Members { get; set; }

    /// <summary>Leaves other members than <see cref="Members"/> in. Default true.</summary>
    public bool AppendMembers { get; set; } = true;

    /// <summary>Makes a system group: a low number. Matters only when it is made. Default false.</summary>
    public bool System { get; set; }

    /// <summary>Makes the group and keeps its properties so. The default.</summary>
    public ResourceAction Create => Act(_ => [new GroupStep(group)
    {
        Gid = Gid,
        Members = Members,
        AppendMembers = AppendMembers,
        System = System,
    }]);

    /// <summary>Removes the group.</summary>
    public ResourceAction Remove => Act(_ => [new GroupAbsentStep(group)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
}

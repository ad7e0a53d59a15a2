using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

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

/// <summary>A group. A property that is null stays as it is.</summary>
public sealed class GroupResource(string name) : Resource(name)
{
    private readonly string group = name;

    /// <summary>Group number. Default: the system chooses.</summary>
    public int? Gid { get; set; }

    /// <summary>Users that are members; they must exist. Default null: the members are not changed.</summary>
    public IReadOnlyList<string>? Members { get; set; }

    /// <summary>Keeps members that <see cref="Members"/> does not name. Default true.</summary>
    public bool AppendMembers { get; set; } = true;

    /// <summary>Creates a system group: a low number. Does not change an existing group. Default false.</summary>
    public bool System { get; set; }

    /// <summary>Creates the group, or brings an existing one to these properties. The default action.</summary>
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

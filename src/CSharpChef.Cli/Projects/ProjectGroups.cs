using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Cli.Projects;

/// <summary>
/// The groups of a project, in the order of its file. A host gets the run lists of all its groups, each recipe once,
/// and their attributes, of which the last one wins.
/// </summary>
internal sealed record ProjectGroups(IReadOnlyList<ProjectGroup> Groups)
{
    public static ProjectGroups None { get; } = new([]);

    /// <param name="host">The name of the host.</param>
    /// <param name="groups">The groups that the inventory puts it in.</param>
    public IReadOnlyList<RunListItem> RunListOf(string host, IReadOnlyList<string> groups) =>
        [.. Groups.Where(group => group.Has(host, groups)).SelectMany(group => group.RunList).Distinct()];

    /// <inheritdoc cref="RunListOf" />
    public IEnumerable<AttributeLevel> LevelsOf(string host, IReadOnlyList<string> groups) =>
        Groups.Where(group => group.Has(host, groups)).Select(group => group.Attributes).OfType<AttributeLevel>();
}

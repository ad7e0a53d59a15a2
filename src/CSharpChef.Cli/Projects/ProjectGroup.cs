using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Cli.Projects;

/// <summary>
/// What a project gives to the hosts of a group: <c>all</c>, a group of the inventory, or a pattern of host names.
/// </summary>
internal sealed record ProjectGroup(string Name)
{
    public const string All = "all";

    public IReadOnlyList<RunListItem> RunList { get; init; } = [];

    public AttributeLevel? Attributes { get; init; }

    public bool Has(string host, IReadOnlyList<string> groups) =>
        Name == All || groups.Contains(Name) || (IsPattern(Name) && HostPattern.Matches(Name, host));

    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');
}

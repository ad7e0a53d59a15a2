using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Inventory;

/// <summary>The named hosts of an inventory.</summary>
internal sealed class HostInventory(
    string source, IReadOnlyDictionary<string, InventoryHost> hosts, InventoryAttributes attributes)
{
    public static HostInventory Empty { get; } =
        new("", new Dictionary<string, InventoryHost>(), new InventoryAttributes(new InventoryDocument(), "", ""));

    /// <summary>What the project gives to the groups of the hosts.</summary>
    private ProjectGroups Project { get; init; } = ProjectGroups.None;

    /// <summary>True for a host that ssh_config has an entry for.</summary>
    private Func<string, bool> IsInSshConfig { get; init; } = _ => false;

    public IEnumerable<string> Hosts => hosts.Keys;

    /// <summary>Whether there is an inventory.</summary>
    public bool IsGiven => source.Length > 0;

    /// <summary>All hosts.</summary>
    public IEnumerable<Target> Targets => hosts.Keys.Select(TargetOf);

    public IEnumerable<string> Groups => hosts.Values.SelectMany(host => host.Groups).Distinct().Order();

    /// <param name="project">What the project gives to the groups of the hosts.</param>
    /// <param name="isInSshConfig">True for a host that ssh_config has an entry for.</param>
    public HostInventory With(ProjectGroups project, Func<string, bool> isInSshConfig) =>
        new(source, hosts, attributes) { Project = project, IsInSshConfig = isInSshConfig };

    /// <summary>Finds the machines that a TARGET argument names.</summary>
    public IEnumerable<Target> Find(string text) => text switch
    {
        ['-', ..] => throw new UsageException($"there is no option {text}: --help lists the options"),
        ['@', .. var group] => TargetsOfGroup(group),
        _ when hosts.ContainsKey(text) => [TargetOf(text)],
        _ when ProjectGroup.IsPattern(text) => TargetsOfPattern(text),
        _ when IsOtherHost(text) => [OtherTarget(Target.Parse(text))],
        _ => throw new UsageException(
            $"{source} has no host \"{text}\"{Nearest.Question(text, hosts.Keys)}"
            + " (a machine that is not in the inventory needs a dot or an @ in its name, such as root@web1, or its name in a Host line of ssh_config)"),
    };

    /// <summary>The groups of the project that none of these hosts is in.</summary>
    public IEnumerable<ProjectGroup> UnusedGroups() => hosts.Count == 0
        ? []
        : Project.Groups.Where(group => !hosts.Any(host => group.Has(host.Key, host.Value.Groups)));

    /// <summary>Says that no host is in a group of the project, and which group may be meant.</summary>
    public string NoteOfUnused(ProjectGroup group) =>
        ProjectGroup.IsPattern(group.Name) ? $"no host of {source} matches \"{group.Name}\""
        : hosts.ContainsKey(group.Name)
            ? $"\"{group.Name}\" is a host of {source} and not a group: give it a group there, and name that"
        : $"no host of {source} is in the group \"{group.Name}\"{Nearest.Question(group.Name, Groups)}";

    private Target OtherTarget(Target target) => target with
    {
        InventoryName = hosts.ContainsKey(target.Address) ? target.Address
            : hosts.Keys.FirstOrDefault(name => hosts[name].Address == target.Address),
    };

    private Target TargetOf(string name) => hosts[name].ToTarget(
        name,
        attributes.Of(name, Project.LevelsOf(name, hosts[name].Groups)),
        Project.RunListOf(name, hosts[name].Groups));

    /// <summary>True for a machine that need not be in the inventory.</summary>
    private bool IsOtherHost(string text) =>
        source.Length == 0
        || Target.Parse(text) is { IsLocal: true }
        || text.AsSpan().ContainsAny(".@[")
        || IsKnown(Target.Parse(text).Address);

    private bool IsKnown(string host) => host.Contains(':') || hosts.ContainsKey(host) || IsInSshConfig(host);

    private IEnumerable<Target> TargetsOfGroup(string group)
    {
        var members = hosts.Where(host => group == ProjectGroup.All || IsIn(host.Value, group)).ToList();
        return members.Count > 0 ? members.Select(host => TargetOf(host.Key)) : throw new UsageException(
            source.Length == 0
                ? $"@{group} is a group, and there is no inventory: name its file with --inventory FILE, or in {ProjectFile.Name}"
                : $"{source} has no host in the group \"{group}\": {GroupNames()}");
    }

    private static bool IsIn(InventoryHost host, string group) => ProjectGroup.IsPattern(group)
        ? host.Groups.Any(name => HostPattern.Matches(group, name))
        : host.Groups.Contains(group);

    private IEnumerable<Target> TargetsOfPattern(string pattern)
    {
        var members = hosts.Keys.Where(name => HostPattern.Matches(pattern, name)).ToList();
        return members.Count > 0 ? members.Select(TargetOf) : throw new UsageException(
            source.Length == 0
                ? $"{pattern} is a pattern of hosts in an inventory, and there is none: name its file with --inventory FILE, or in {ProjectFile.Name}"
                : $"{source} has no host that matches {pattern}");
    }

    private string GroupNames()
    {
        var names = Groups.Select(name => "@" + name).ToList();
        return names.Count > 0
            ? $"its groups are {string.Join(", ", names)}, and @all"
            : "none of its hosts is in a group; @all is every host";
    }
}

using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>One cookbook of a graph asks for another.</summary>
/// <param name="Name">The name of the other.</param>
/// <param name="Dependency">Its source and versions.</param>
/// <param name="Chain">The names from the root to the one that asks.</param>
/// <param name="Place">The file, line and column of the demand.</param>
/// <param name="Folder">The folder that relative paths of the source begin at.</param>
internal sealed record Demand(
    string Name, CookbookDependency Dependency, IReadOnlyList<string> Chain, string Place, string Folder)
{
    /// <summary>The version of the one that asks; null when it is a folder, which has one state.</summary>
    public string? OwnerVersion { get; init; }

    public DependencySource Source => Dependency.Source;

    public bool IsSame(Demand other) => Place == other.Place && ToString() == other.ToString();

    public bool Allows(SemanticVersion? version) =>
        Dependency.Version is not { } range || (version is not null && range.Contains(version));

    /// <summary>Whether something chosen for the name comes from the source that is asked for.</summary>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="root">The folder of the lock file.</param>
    public bool IsFrom(Chosen chosen, string root) => Source switch
    {
        FolderSource => true,
        PathSource path => path.Location(Folder) == chosen.Cookbook.Files.Folder,
        var source => chosen.Locked?.Fits(source, root, root) == true,
    };

    /// <summary>The chain and the versions: <c>web -> base -> nginx [1,2)</c>.</summary>
    public override string ToString() =>
        $"{string.Join(" -> ", Chain.Append(Name))} {Dependency.Version?.ToString() ?? "any version"} ({Place})";
}

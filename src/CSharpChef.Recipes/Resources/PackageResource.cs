using System.Runtime.CompilerServices;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A package of the machine's package manager: apt, apk or dnf.</summary>
    /// <example><code>Package("nginx");</code></example>
    public PackageResource Package(
        string name,
        Action<PackageResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new PackageResource([name]), configure, sourceFile, sourceLine);

    /// <summary>Several packages, in one transaction.</summary>
    /// <example><code>Package(["git", "curl", "jq"]);</code></example>
    public PackageResource Package(
        IEnumerable<string> names,
        Action<PackageResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new PackageResource([.. names]), configure, sourceFile, sourceLine);
}

/// <summary>One or more packages.</summary>
public sealed class PackageResource(IReadOnlyList<string> names) : Resource(string.Join(", ", names))
{
    /// <summary>The packages' names.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>
    /// The version: exact, as the package manager prints it, or a beginning such as <c>1.24.*</c>. Default: any for
    /// Install, the newest for Upgrade.
    /// </summary>
    public string? Version { get; set; }

    /// <summary>More arguments for the package manager. Default none.</summary>
    /// <example><code>p.Options = ["--no-install-recommends"];</code></example>
    public IReadOnlyList<string> Options { get; set; } = [];

    /// <summary>
    /// Ends first what dpkg was interrupted at, by <c>dpkg --configure -a</c>, when there is something to change.
    /// Default false: an interrupted dpkg is an error that tells how to repair it. Only apt knows such a state.
    /// </summary>
    public bool RepairInterrupted { get; set; }

    /// <summary>Installs what is missing or in another version than <see cref="Version"/>. The default.</summary>
    public ResourceAction Install => Act(_ => Steps(PackageState.Installed));

    /// <summary>Installs, or upgrades to the newest version the machine's sources offer.</summary>
    public ResourceAction Upgrade => Act(_ => Steps(Version is null ? PackageState.Latest : PackageState.Installed));

    /// <summary>Removes the packages and keeps their configuration.</summary>
    public ResourceAction Remove => Act(_ => Steps(PackageState.Removed));

    /// <summary>Removes the packages and their configuration.</summary>
    public ResourceAction Purge => Act(_ => Steps(PackageState.Purged));

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Install];

    private IEnumerable<Step> Steps(PackageState state) =>
        Names.Select(name => new PackageStep(
            name,
            state)
        { Version = Version, Options = Options, RepairInterrupted = RepairInterrupted });
}

using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

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
    /// The exact version, as the package manager prints it, or the beginning of one, such as <c>1.24.*</c>. Default:
    /// any version for Install, the newest for Upgrade. A version with an epoch is written with it: <c>1:1.24.*</c>.
    /// </summary>
    public string? Version { get; set; }

    /// <summary>
    /// More arguments for the package manager, at every action. Default none. A package that is held changes only with
    /// <c>--allow-change-held-packages</c>.
    /// </summary>
    /// <example><code>p.Options = ["--no-install-recommends"];</code></example>
    public IReadOnlyList<string> Options { get; set; } = [];

    /// <summary>
    /// Completes an interrupted run of dpkg by <c>dpkg --configure -a</c> before it changes packages. Default false: an
    /// interrupted dpkg is an error that says how to repair it. Has an effect with apt only.
    /// </summary>
    public bool RepairInterrupted { get; set; }

    /// <summary>
    /// Installs packages that are missing or have another version than <see cref="Version"/>, and marks those that
    /// were installed only for others as wanted. A name that other packages provide is installed when one of them is,
    /// unless there is a package of this very name. The default action.
    /// </summary>
    public ResourceAction Install => Act(_ => Steps(PackageState.Installed));

    /// <summary>
    /// Installs the packages, or upgrades them to the newest version that the machine's package sources offer, or to
    /// the one that apt's preferences want. A held package stays as it is, with a note.
    /// </summary>
    public ResourceAction Upgrade => Act(_ => Steps(Version is null ? PackageState.Latest : PackageState.Installed));

    /// <summary>Removes the packages, and keeps their configuration files.</summary>
    public ResourceAction Remove => Act(_ => Steps(PackageState.Removed));

    /// <summary>Removes the packages and their configuration files.</summary>
    public ResourceAction Purge => Act(_ => Steps(PackageState.Purged));

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Install];

    private IEnumerable<Step> Steps(PackageState state) =>
        Names.Select(name => new PackageStep(name, state)
        {
            Version = Version,
            Options = Options,
            RepairInterrupted = RepairInterrupted,
        });
}

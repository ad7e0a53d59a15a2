namespace CSharpChef.Recipes.Steps;

/// <summary>The states of a package that a <see cref="PackageStep"/> can ask for.</summary>
public enum PackageState
{
    /// <summary>Installed, in the given version if one is given.</summary>
    Installed,

    /// <summary>Installed, in the newest version that the machine's package sources offer.</summary>
    Latest,

    /// <summary>Not installed.</summary>
    Removed,

    /// <summary>Not installed, and its configuration files removed.</summary>
    Purged,
}

/// <summary>A package of the machine's package manager is in a state.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="State">The state.</param>
public sealed record PackageStep(string Name, PackageState State = PackageState.Installed) : Step
{
    internal const string Install = "install";
    internal const string Upgrade = "upgrade";
    internal const string Remove = "remove";
    internal const string Purge = "purge";
    internal const string MarkManual = "as manually installed";
    internal static readonly string ChangeHeld = "--allow-change-held-packages";

    /// <inheritdoc />
    public override Subject Subject => new("package", Name);

    /// <summary>The exact version, or the beginning of one followed by <c>*</c>.</summary>
    public string? Version { get; init; }

    /// <summary>More arguments for the package manager.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Completes an interrupted run of the package manager first.</summary>
    public bool RepairInterrupted { get; init; }

    internal override IEnumerable<string?> Texts => [Name, Version, .. Options];

    private bool IsAbsent => State is PackageState.Removed or PackageState.Purged;

    internal override void Validate()
    {
        Require.PackageName(Subject);
        Require.PackageVersion(Version);
        Require.NoNul(Options);
    }

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) =>
        other is not PackageStep package || IsAbsent != package.IsAbsent || Differ(Version, package.Version);
}

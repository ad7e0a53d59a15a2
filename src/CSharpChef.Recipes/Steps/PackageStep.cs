namespace CSharpChef.Recipes;

/// <summary>What a <see cref="PackageStep"/> wants.</summary>
public enum PackageState
{
    /// <summary>Installed, in the given version if one is given.</summary>
    Installed,

    /// <summary>Installed, in the newest version the machine's sources offer.</summary>
    Latest,

    /// <summary>Not installed.</summary>
    Removed,

    /// <summary>Not installed, and its configuration gone.</summary>
    Purged,
}

/// <summary>A package of the machine's package manager is in a state.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="State">The state.</param>
public sealed record PackageStep(string Name, PackageState State = PackageState.Installed) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("package", Name);

    /// <summary>The exact version, or the beginning of one followed by <c>*</c>.</summary>
    public string? Version { get; init; }

    /// <summary>More arguments for the package manager.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Ends first what the package manager was interrupted at.</summary>
    public bool RepairInterrupted { get; init; }
}

namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>A NuGet package as a lock file pins it. Its files are named by their paths below its folder.</summary>
/// <param name="Id">The id of the package.</param>
/// <param name="Version">Its version, normalized as NuGet does it.</param>
/// <param name="Hash">The SHA-512 hash of its content, as NuGet writes it.</param>
internal sealed record LockedPackage(string Id, string Version, string Hash)
{
    /// <summary>
    /// The version that scripts ask for, by the cookbook of the scripts; empty when only other packages ask.
    /// </summary>
    public IReadOnlyDictionary<string, string> Requested { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a script names the package.</summary>
    public bool IsDirect => Requested.Count > 0;

    /// <summary>The ids of the packages that it needs.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>The assemblies that recipes load.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>The assemblies that recipes are compiled with; null for those that they load.</summary>
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>The assemblies that recipes load instead on some platforms, by runtime identifier.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> RuntimeAssemblies { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The runtime identifiers for which the package has native libraries, which recipes cannot use.</summary>
    public IReadOnlyList<string> NativeRuntimes { get; init; } = [];

    /// <summary>Whether another version of this package, or this one, is meant.</summary>
    public bool IsSame(LockedPackage other) => Id.Equals(other.Id, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Id} {Version}";
}

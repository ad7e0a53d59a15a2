using NuGetRange = NuGet.Versioning.VersionRange;

namespace CSharpChef.Dependencies.Closure;

/// <summary>A cookbook asks for a NuGet package in its scripts.</summary>
/// <param name="Cookbook">The name of the cookbook.</param>
/// <param name="Id">The id of the package.</param>
/// <param name="Version">The version or range as the cookbook writes it.</param>
/// <param name="Range">The same, parsed.</param>
/// <param name="Place">The file, line and column of the first script that asks.</param>
internal sealed record PackageRequest(string Cookbook, string Id, string Version, NuGetRange Range, string Place)
{
    public override string ToString() => $"{Cookbook} -> {Id} {Version} ({Place})";
}

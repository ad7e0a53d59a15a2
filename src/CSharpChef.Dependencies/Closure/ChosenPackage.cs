using NuGet.Versioning;

namespace CSharpChef.Dependencies.Closure;

/// <summary>The one version of a package that a graph has.</summary>
/// <param name="Id">The id.</param>
/// <param name="Version">The version.</param>
/// <param name="Dependencies">The ids of the packages that it needs.</param>
/// <param name="Path">The names from the cookbook to the package, and the script that asks.</param>
internal sealed record ChosenPackage(string Id, NuGetVersion Version, IReadOnlyList<string> Dependencies, string Path);

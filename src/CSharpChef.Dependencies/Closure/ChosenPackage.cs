using NuGet.Versioning;

namespace CSharpChef.Dependencies.Closure;

/// <summary>The one version of a package that a graph has, and the ids of the packages that it needs.</summary>
internal sealed record ChosenPackage(string Id, NuGetVersion Version, IReadOnlyList<string> Dependencies);

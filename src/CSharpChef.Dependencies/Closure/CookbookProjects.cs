using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Versioning;

namespace CSharpChef.Dependencies.Closure;

/// <summary>
/// Shows NuGet the cookbooks of a graph as projects that reference each other and packages, so that its rules decide
/// as for any .NET project.
/// </summary>
/// <param name="cookbooks">The references of each cookbook: names of cookbooks, and packages.</param>
internal sealed class CookbookProjects(
    IReadOnlyDictionary<string, (IReadOnlyList<string> Cookbooks, IReadOnlyList<PackageRequest> Packages)> cookbooks)
    : IDependencyProvider
{
    // No package can have such an id.
    private const string Prefix = "cookbook/";

    private const LibraryDependencyTarget Project =
        LibraryDependencyTarget.Project | LibraryDependencyTarget.ExternalProject;

    private static readonly NuGetVersion Version = new(1, 0, 0);

    public static LibraryRange RangeOf(string cookbook) =>
        new(Prefix + cookbook, new VersionRange(Version), Project);

    /// <summary>The name of the cookbook of a node in the graph; null for a package.</summary>
    public static string? CookbookOf(string library) =>
        library.StartsWith(Prefix, StringComparison.Ordinal) ? library[Prefix.Length..] : null;

    public bool SupportsType(LibraryDependencyTarget libraryTypeFlag) =>
        (libraryTypeFlag & Project) != LibraryDependencyTarget.None;

    public Library? GetLibrary(LibraryRange libraryRange, NuGetFramework framework) =>
        CookbookOf(libraryRange.Name) is { } name && cookbooks.TryGetValue(name, out var references)
            ? new Library(
                libraryRange,
                new LibraryIdentity(libraryRange.Name, Version, LibraryType.Project),
                [
                    .. references.Packages.Select(each => new LibraryDependency(
                        new LibraryRange(each.Id, each.Range, LibraryDependencyTarget.Package))),
                    .. references.Cookbooks.Select(each => new LibraryDependency(RangeOf(each))),
                ])
            : null;

    public Library? GetLibrary(LibraryRange libraryRange, NuGetFramework targetFramework, string? alias) =>
        GetLibrary(libraryRange, targetFramework);
}

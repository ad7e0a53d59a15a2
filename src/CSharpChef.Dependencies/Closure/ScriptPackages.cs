using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;
using NuGetRange = NuGet.Versioning.VersionRange;

namespace CSharpChef.Dependencies.Closure;

/// <summary>Reads which NuGet packages the scripts of a cookbook ask for.</summary>
internal static class ScriptPackages
{
    // What builds and tools leave in a folder.
    private static readonly string[] LeftOut = ["bin", "obj"];

    /// <summary>The packages, each once.</summary>
    /// <exception cref="RecipeException">A directive is malformed, has no version, or contradicts another.</exception>
    public static IReadOnlyList<PackageRequest> Of(Cookbook cookbook) =>
        [.. Scripts(cookbook.Files.Folder)
            .Select(path => Path.GetRelativePath(cookbook.Files.Folder, path))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Directives(cookbook, file))
            .GroupBy(directive => directive.Id, StringComparer.OrdinalIgnoreCase)
            .Select(directives => Request(cookbook, [.. directives]))];

    private static IEnumerable<string> Scripts(string folder) => Directory.EnumerateFiles(folder, "*.csx")
        .Concat(Directory.EnumerateDirectories(folder).Where(IsOfCookbook).SelectMany(Scripts));

    // A link may lead back to a folder above it.
    private static bool IsOfCookbook(string folder) =>
        Path.GetFileName(folder) is var name
        && !name.StartsWith('.')
        && !LeftOut.Contains(name)
        && new DirectoryInfo(folder).LinkTarget is null;

    private static IEnumerable<PackageDirective> Directives(Cookbook cookbook, string file)
    {
        var text = DirectiveText.Decode(cookbook.Files.Read(file) ?? []);
        return DirectiveText.MayBeIn(text)
            ? RecipeCompiler.DirectivesOf(cookbook.Files.PathOf(file), text)
                .Where(directive => directive.IsPackage)
                .Select(DirectiveText.PackageOf)
            : [];
    }

    private static PackageRequest Request(Cookbook cookbook, IReadOnlyList<PackageDirective> directives)
    {
        var (id, place) = (directives[0].Id, directives[0].Place);
        var versions = directives.Where(directive => directive.Version is not null)
            .Concat(Central(cookbook, id))
            .DistinctBy(directive => directive.Version)
            .ToList();
        return versions switch
        {
            [] => throw new RecipeException(
                $"{place}: no version of {id} is named: write #:package {id}@VERSION, or name it in the packages of cookbook.json"),
            [var only] => new PackageRequest(cookbook.Name, id, only.Version!, RangeOf(only), place),
            [var one, var other, ..] => throw new RecipeException(
                $"{cookbook.Name} asks for {id} in two versions, {one.Version} at {one.Place} and {other.Version} at {other.Place}: name the same in both"),
        };
    }

    private static IEnumerable<PackageDirective> Central(Cookbook cookbook, string id) =>
        cookbook.Manifest.Packages.TryGetValue(id, out var version)
            ? [new PackageDirective(id, version, cookbook.PlaceInManifest($"packages.{id}"))]
            : [];

    private static NuGetRange RangeOf(PackageDirective directive) =>
        NuGetRange.TryParse(directive.Version!, allowFloating: true, out var range)
            ? range
            : throw new RecipeException(
                $"{directive.Place}: \"{directive.Version}\" is not a version of a NuGet package: write one like 3.0.0, [3.0,4) or 3.*");
}

using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;
using NuGetRange = NuGet.Versioning.VersionRange;

namespace CSharpChef.Dependencies.Closure;

/// <summary>Reads which NuGet packages the scripts of a cookbook ask for.</summary>
internal static class ScriptPackages
{
    // Scripts there are for the node or for tests.
    private static readonly string[] FoldersOfOtherScripts = ["files", "templates", "tests"];

    /// <summary>The packages, each once.</summary>
    /// <exception cref="RecipeException">A directive is malformed, has no version, or contradicts another.</exception>
    public static IReadOnlyList<PackageRequest> Of(Cookbook cookbook) =>
        [.. Scripts(new DirectoryInfo(cookbook.Files.Folder))
            .Select(script => Path.GetRelativePath(cookbook.Files.Folder, script.FullName))
            .Where(file => !ScriptFile.IsApp(file) || !FoldersOfOtherScripts.Contains(file.Split('/')[0]))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Directives(cookbook, file))
            .GroupBy(directive => directive.Id, StringComparer.OrdinalIgnoreCase)
            .Select(directives => Request(cookbook, [.. directives]))];

    private static IEnumerable<FileInfo> Scripts(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => ScriptFile.Is(file.Name))
            .Concat(folder.EnumerateDirectories().Where(ScriptFile.MayBeIn).SelectMany(Scripts));

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

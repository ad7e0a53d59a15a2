using CSharpChef.Converge.Cookbooks.Packages;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    /// <summary>Adds the assemblies of the packages that the scripts name, and of those that these need.</summary>
    /// <exception cref="RecipeException">A directive is wrong, or the lock file does not fit it.</exception>
    private CSharpCompilation WithPackages(CSharpCompilation compilation)
    {
        // Reads all loaded files.
        _ = compilation.SyntaxTrees;
        var errors = loads.Errors.Select(error => error.ToString()).ToList();
        var packages = PackagesOf(loads.Directives, errors);
        return errors.Count > 0
            ? throw new RecipeException(string.Join('\n', errors))
            : With(compilation, packages);
    }

    /// <summary>The locked packages that directives name.</summary>
    /// <param name="directives">The directives.</param>
    /// <param name="errors">Gets an error for each directive that is wrong.</param>
    internal IReadOnlyList<LockedPackage> PackagesOf(IEnumerable<ScriptDirective> directives, List<string> errors)
    {
        var packages = new List<LockedPackage>();
        foreach (var directive in directives.Where(each => each.IsPackage))
        {
            try
            {
                packages.Add(Locked(directive));
            }
            catch (RecipeException e)
            {
                errors.Add(e.Message);
            }
        }

        return packages;
    }

    /// <summary>Adds the assemblies of packages, of those that shared code names, and of what they need.</summary>
    internal CSharpCompilation With(CSharpCompilation compilation, IReadOnlyList<LockedPackage> packages)
    {
        var ofShared = entry.Shared.Packages.ToHashSet();
        var all = packages
            .Concat(entry.Packages?.Locked.Where(package => ofShared.Contains(package.Id)) ?? [])
            .ToList();
        return all.Count == 0 ? compilation : compilation.AddReferences(entry.Packages!.WithDependencies(all)
            // The order in which a run looks for an assembly that two packages have.
            .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase)
            .SelectMany(entry.Packages.ReferencesOf)
            .DistinctBy(Path.GetFileName)
            .Select(References.OfPackage));
    }

    private LockedPackage Locked(ScriptDirective directive) =>
        entry.Packages is { } packages
            ? packages.Get(DirectiveText.PackageOf(directive), cookbook: directive.Place.Split('/')[0])
            : throw new RecipeException(
                $"{directive.Place}: error: a file that declares stacks cannot use NuGet packages");
}

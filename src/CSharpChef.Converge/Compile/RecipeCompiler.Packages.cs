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
        var errors = loads.Errors.ToList();
        var packages = new List<Cookbooks.Packages.LockedPackage>();
        foreach (var directive in loads.Directives.Where(each => each.IsPackage))
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

        return errors.Count > 0
            ? throw new RecipeException(string.Join('\n', errors))
            : packages.Count == 0 ? compilation : compilation.AddReferences(entry.Packages!.WithDependencies(packages)
                // The order in which a run looks for an assembly that two packages have.
                .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase)
                .SelectMany(entry.Packages.ReferencesOf)
                .DistinctBy(Path.GetFileName)
                .Select(References.OfPackage));
    }

    private Cookbooks.Packages.LockedPackage Locked(ScriptDirective directive) =>
        entry.Packages is { } packages
            ? packages.Get(DirectiveText.PackageOf(directive), cookbook: directive.Place.Split('/')[0])
            : throw new RecipeException(
                $"{directive.Place}: error: a file that declares stacks cannot use NuGet packages");
}

using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary>The lines that show a tree of dependencies. What one depends on is shown once.</summary>
internal sealed class TreeText(DependencyTree tree)
{
    private readonly HashSet<string> cookbooks = [];
    private readonly HashSet<string> packages = [];

    public IEnumerable<string> Lines() => Below(tree.Root, "  ").Prepend(Line(tree.Root));

    private IEnumerable<string> Below(Cookbook owner, string indent) => tree.Of(owner)
        .SelectMany(each => Of(each.Cookbook, each.Wanted, indent))
        .Concat(tree.PackagesOf(owner)
            .SelectMany(package => Of(package, $" (wanted: {package.Requested[owner.Name]})", indent)));

    private IEnumerable<string> Of(Cookbook cookbook, CookbookDependency wanted, string indent)
    {
        var text = indent + Line(cookbook)
            + (wanted.Version is { } range ? $" (wanted: {range})" : "")
            + (wanted.Source is FolderSource ? "" : $" from {wanted.Source}");
        return cookbooks.Add(cookbook.Name)
            ? Below(cookbook, indent + "  ").Prepend(text)
            : [text + (tree.Of(cookbook).Any() || tree.PackagesOf(cookbook).Any() ? SeenBefore : "")];
    }

    private IEnumerable<string> Of(LockedPackage package, string wanted, string indent)
    {
        var text = $"{indent}package {package}{wanted}";
        return packages.Add(package.Id)
            ? tree.PackagesOf(package).SelectMany(needed => Of(needed, "", indent + "  ")).Prepend(text)
            : [text + (tree.PackagesOf(package).Any() ? SeenBefore : "")];
    }

    private string Line(Cookbook cookbook) => $"{cookbook.Name} {tree.VersionOf(cookbook) ?? "without version"}";

    private const string SeenBefore = " (see above)";
}

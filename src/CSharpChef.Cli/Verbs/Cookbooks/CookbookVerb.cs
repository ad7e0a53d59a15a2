using System.CommandLine;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook</c></summary>
internal static class CookbookVerb
{
    public static Command Create() => new("cookbook", """
        Fetch and lock what cookbooks depend on.
        cookbook.json names the dependencies of a cookbook, and its scripts the NuGet packages that they use; cookbook.lock.json
        pins the commit or version of each. Commit both files: every run then uses the same cookbooks.

        Examples:
          csharpchef cookbook install
          csharpchef cookbook update base
          csharpchef cookbook tree --path cookbooks/web
        """)
    {
        CookbookInstall.Create(),
        CookbookUpdate.Create(),
        CookbookOutdated.Create(),
        CookbookList.Create(),
        CookbookTree.Create(),
        CookbookVendor.Create(),
        CookbookPack.Create(),
        CookbookPublish.Create(),
    };
}

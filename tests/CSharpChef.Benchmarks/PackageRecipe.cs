using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Benchmarks;

/// <summary>
/// The scenario of a recipe that reads one value of a NuGet package, beside the same recipe with the value itself.
/// </summary>
internal static class PackageRecipe
{
    private const string Manifest = "{ \"version\": \"1.0.0\" }";

    public static Scenario OfOneValue(string binary)
    {
        var cookbooks = Path.Combine(Repository.Scratch(), "cookbooks");
        var feed = new FolderFeed().WithLibrary(
            "Acme", "1.0.0", "public static class Acme { public static readonly string Name = \"acme\"; }");
        Write(cookbooks, "nuget.config", feed.Config);
        Write(cookbooks, "literal/cookbook.json", Manifest);
        Write(cookbooks, "literal/recipes/default.csx", "Log(\"acme\");");
        Write(cookbooks, "package/cookbook.json", Manifest);
        Write(cookbooks, "package/recipes/default.csx", "#:package Acme@1.0.0\nLog(Acme.Name);");

        // Most people have the folder of packages in no file of settings, which would have to be read as XML.
        var environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = feed.Installed };
        return new("A recipe with a NuGet package",
        [
            Show("literal", binary, cookbooks) with { Environment = environment },
            Show("package", binary, cookbooks) with { Environment = environment },
        ])
        {
            Server = feed,
            Before =
            [
                new("install", [binary, "cookbook", "install", "--path", Path.Combine(cookbooks, "package")])
                {
                    Environment = environment,
                },
            ],
            Remark = "`show resources` of a recipe that reads a static field of a package, and of the same recipe with a literal in place of the field.",
        };
    }

    private static MeasuredCommand Show(string cookbook, string binary, string cookbooks) =>
        new(cookbook, [binary, "show", "resources", "local", "-r", cookbook, "--cookbooks", cookbooks]);

    private static void Write(string cookbooks, string path, string text)
    {
        var file = Path.Combine(cookbooks, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}

using System.Xml.Linq;
using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules;

/// <summary>Each project references only the projects and libraries that are allowed for it.</summary>
public sealed class DependenciesTests
{
    private static readonly string[] Base =
    [
        "System",
        "Microsoft.CSharp",
        "Microsoft.Win32",
        "mscorlib",
        "netstandard"
    ];

    [Theory]
    [InlineData("Recipes", "")]
    [InlineData("Converge", "Recipes")]
    [InlineData("Testing", "Converge Recipes")]
    [InlineData("Stacks", "Recipes")]
    [InlineData("Web", "Converge Recipes Stacks")]
    [InlineData("Client", "Converge Recipes Stacks")]
    [InlineData("Cli", "Client Converge Recipes Stacks Web")]
    public void A_project_references_only_the_projects_that_are_allowed_for_it(string project, string allowed)
    {
        var known = References(project, "ProjectReference").Select(
            path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["CSharpChef.".Length..]);

        Findings.None(known.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Recipes_needs_nothing_but_the_framework()
    {
        var referenced = typeof(CSharpChef.Recipes.Node).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Findings.None(referenced.Where(
            name => !Base.Any(allowed => name == allowed || name.StartsWith(allowed + ".", StringComparison.Ordinal))));
        Findings.None(References("Recipes", "PackageReference"));
    }

    [Fact]
    public void Testing_references_no_package() => Findings.None(References("Testing", "PackageReference"));

    [Fact]
    public void Only_the_recipe_compiler_mentions_Roslyn() =>
        Only("Microsoft.CodeAnalysis", file => file.Name.StartsWith("RecipeCompiler", StringComparison.Ordinal));

    [Fact]
    public void Only_the_room_Ssh_mentions_the_SSH_library() =>
        Only("Renci.SshNet", file => file.Path.StartsWith("src/CSharpChef.Converge/Ssh/", StringComparison.Ordinal));

    [Fact]
    public void Only_the_room_Templates_mentions_the_template_library() =>
        Only("Fluid",
            file => file.Path.StartsWith("src/CSharpChef.Converge/Templates/", StringComparison.Ordinal));

    [Fact]
    public void Only_the_diff_mentions_the_diff_library() => Only("DiffPlex", file => file.Name == "UnifiedDiff");

    [Theory]
    [InlineData("Dapper", "src/CSharpChef.Stacks/Store/")]
    [InlineData("Npgsql", "src/CSharpChef.Stacks/Store/")]
    [InlineData("SqliteConnection", "src/CSharpChef.Stacks/Store/")]
    [InlineData("IGrainFactory", "src/CSharpChef.Stacks/Cluster/")]
    [InlineData("StackExchange", "src/CSharpChef.Stacks/Cluster/")]
    [InlineData("AspNetCore", "src/CSharpChef.Web/")]
    [InlineData("OpenTelemetry", "src/CSharpChef.Web/")]
    public void A_library_of_the_server_is_mentioned_in_one_room(string library, string room) =>
        Only(library, file => file.Path.StartsWith(room, StringComparison.Ordinal));

    [Theory]
    [InlineData("Recipes")]
    [InlineData("Converge")]
    [InlineData("Testing")]
    [InlineData("Stacks")]
    [InlineData("Web")]
    [InlineData("Client")]
    public void Libraries_do_not_reference_the_command_line_library(string project)
    {
        string[] terminal = ["System.CommandLine", "Spectre.Console"];

        Findings.None(SourceTree.In(project).Where(file => terminal.Any(file.Says)).Select(file => file.Path));
    }

    [Theory]
    [InlineData("Recipes")]
    [InlineData("Testing")]
    public void A_project_that_authors_import_has_one_namespace_named_like_it(string project)
    {
        var names = SourceTree.In(project)
            .SelectMany(file => file.All<Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax>())
            .Select(space => space.Name.ToString())
            .Distinct();

        Assert.Equal([$"CSharpChef.{project}"], names);
    }

    [Fact]
    public void Versions_of_packages_are_in_one_file() => Findings.None(Directory
        .EnumerateFiles(SourceTree.Root, "*.csproj", SearchOption.AllDirectories)
        .Where(project => File.ReadAllText(project).Contains("Version=\"", StringComparison.Ordinal)));

    private static void Only(string name, Func<SourceFile, bool> allowed) =>
        Findings.None(SourceTree.Files.Where(file => file.Says(name) && !allowed(file))
            .Select(file => $"{file.Path} mentions {name}"));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(SourceTree.PathOf($"src/CSharpChef.{project}/CSharpChef.{project}.csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value);
}

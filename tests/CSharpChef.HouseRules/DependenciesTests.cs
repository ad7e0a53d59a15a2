using System.Xml.Linq;
using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules;

/// <summary>The projects and libraries that each project may reference, and the rooms that may use a library.</summary>
public sealed class DependenciesTests
{
    private static readonly string[] FrameworkAssemblies =
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
    [InlineData("Dependencies", "Converge Recipes")]
    [InlineData("Sdk", "Converge Recipes")]
    [InlineData("Testing", "Converge Recipes")]
    [InlineData("Stacks", "Converge Dependencies Recipes")]
    [InlineData("Web", "Converge Recipes Stacks")]
    [InlineData("Client", "Converge Recipes Stacks")]
    [InlineData("Editor", "Converge Recipes")]
    [InlineData("Cli", "Client Converge Dependencies Editor Recipes Stacks Web")]
    public void A_project_references_only_the_projects_listed_for_it(string project, string allowed)
    {
        var references = References(project, "ProjectReference").Select(
            path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["CSharpChef.".Length..]);

        Findings.AssertNone(references.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Recipes_references_only_the_NET_base_libraries()
    {
        var referenced = typeof(CSharpChef.Recipes.Node).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Findings.AssertNone(referenced.Where(
            name => !FrameworkAssemblies.Any(
                allowed => name == allowed || name.StartsWith(allowed + ".", StringComparison.Ordinal))));
        Findings.AssertNone(References("Recipes", "PackageReference"));
    }

    [Fact]
    public void Testing_references_no_package() => Findings.AssertNone(References("Testing", "PackageReference"));

    [Fact]
    public void Only_the_compilers_the_rules_of_the_dialect_the_language_server_and_the_generator_mention_Roslyn() =>
        AssertMentionedOnlyIn("Microsoft.CodeAnalysis", file => file.Name.StartsWith("RecipeCompiler", StringComparison.Ordinal)
            || file.Path.StartsWith("src/CSharpChef.Editor/", StringComparison.Ordinal)
            || file.Name.StartsWith("SharedCompiler", StringComparison.Ordinal)
            || file.Path.StartsWith("src/CSharpChef.Sdk/Sources/", StringComparison.Ordinal)
            || file.Path.Contains("/Compile/Dialect/", StringComparison.Ordinal));

    [Fact]
    public void Only_the_room_Ssh_mentions_the_SSH_library() =>
        AssertMentionedOnlyIn("Renci.SshNet", file => file.Path.StartsWith("src/CSharpChef.Converge/Ssh/", StringComparison.Ordinal));

    [Fact]
    public void Only_the_room_Ssh_mentions_the_library_of_ciphers() =>
        AssertMentionedOnlyIn("BouncyCastle", file => file.Path.StartsWith("src/CSharpChef.Converge/Ssh/", StringComparison.Ordinal));

    [Fact]
    public void Only_the_room_Templates_mentions_the_template_library() =>
        AssertMentionedOnlyIn("Fluid",
            file => file.Path.StartsWith("src/CSharpChef.Converge/Templates/", StringComparison.Ordinal));

    [Fact]
    public void Only_UnifiedDiff_mentions_the_diff_library() =>
        AssertMentionedOnlyIn("DiffPlex", file => file.Name == "UnifiedDiff");

    [Theory]
    [InlineData("Dapper", "src/CSharpChef.Stacks/Store/")]
    [InlineData("Npgsql", "src/CSharpChef.Stacks/Store/")]
    [InlineData("SqliteConnection", "src/CSharpChef.Stacks/Store/")]
    [InlineData("IGrainFactory", "src/CSharpChef.Stacks/Cluster/")]
    [InlineData("StreamJsonRpc", "src/CSharpChef.Editor/")]
    [InlineData("StackExchange", "src/CSharpChef.Stacks/Cluster/")]
    [InlineData("AspNetCore", "src/CSharpChef.Web/")]
    [InlineData("OpenTelemetry", "src/CSharpChef.Web/")]
    public void A_library_of_the_server_is_mentioned_in_one_room(string library, string room) =>
        AssertMentionedOnlyIn(library, file => file.Path.StartsWith(room, StringComparison.Ordinal));

    [Theory]
    [InlineData("Recipes")]
    [InlineData("Converge")]
    [InlineData("Testing")]
    [InlineData("Stacks")]
    [InlineData("Web")]
    [InlineData("Client")]
    public void A_project_other_than_Cli_mentions_no_terminal_library(string project)
    {
        string[] terminalLibraries = ["System.CommandLine", "Spectre.Console"];

        Findings.AssertNone(SourceTree.In(project)
            .Where(file => terminalLibraries.Any(file.Mentions))
            .Select(file => file.Path));
    }

    [Theory]
    [InlineData("Recipes", "CSharpChef.Recipes", "CSharpChef.Recipes.Steps")]
    [InlineData("Testing", "CSharpChef.Testing")]
    public void A_project_for_authors_has_a_namespace_with_its_name_and_Recipes_one_more_for_steps(
        string project, params string[] expected)
    {
        var names = SourceTree.In(project)
            .SelectMany(file => file.Nodes<Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax>())
            .Select(declaration => declaration.Name.ToString())
            .Distinct();

        Assert.Equal(expected, names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_project_file_sets_the_version_of_a_package() => Findings.AssertNone(Directory
        .EnumerateFiles(SourceTree.Root, "*.csproj", SearchOption.AllDirectories)
        .Where(project => !project.StartsWith(SourceTree.PathOf("templates/"), StringComparison.Ordinal))
        .Where(project => File.ReadAllText(project).Contains("Version=\"", StringComparison.Ordinal)));

    private static void AssertMentionedOnlyIn(string name, Func<SourceFile, bool> allowed) =>
        Findings.AssertNone(SourceTree.Files.Where(file => file.Mentions(name) && !allowed(file))
            .Select(file => $"{file.Path} mentions {name}"));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(SourceTree.PathOf($"src/CSharpChef.{project}/CSharpChef.{project}.csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value);
}

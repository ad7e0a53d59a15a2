using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Sdk;

/// <summary>Recipes that the .NET SDK builds as file-based apps, with the package from a folder feed.</summary>
[WholeSuite]
public sealed class SdkPackageTests : IClassFixture<PackedSdk>, IDisposable
{
    private const string Header = "#:sdk CSharpChef.Sdk@0.1.0\n";
    private readonly PackedSdk sdk;
    private readonly CookbookFolder cookbooks = new();

    public SdkPackageTests(PackedSdk sdk)
    {
        this.sdk = sdk;
        cookbooks.With("nuget.config", sdk.Feed.Config);
    }

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("cookbooks/quickstart", "default")]
    [InlineData("cookbooks/nginx", "default")]
    [InlineData("templates/content/cookbook", "default")]
    [InlineData("templates/content/recipe", "RecipeName")]
    public async Task A_recipe_of_the_repository_with_the_ending_cs_and_the_header_builds(string folder, string recipe)
    {
        var cookbook = SourceTree.PathOf(folder);
        foreach (var script in Directory.EnumerateFiles(cookbook, "*.csx", SearchOption.AllDirectories))
        {
            Copy(script, $"web/{Path.GetRelativePath(cookbook, script)}".Replace(".csx", ".cs", StringComparison.Ordinal));
        }

        await BuildsAsync($"web/recipes/{recipe}.cs");
    }

    [Fact]
    public async Task A_resource_of_a_template_has_its_word_in_recipes()
    {
        Copy(SourceTree.PathOf("templates/content/resource/resources/resource_file.csx"), "web/resources/thing.csx");
        cookbooks.With("web/recipes/default.cs", Header + "ResourceName(\"example\", r => r.Text = \"hello\");");

        await BuildsAsync("web/recipes/default.cs");
    }

    [Fact]
    public async Task A_file_with_a_resource_builds_alone_and_may_use_steps()
    {
        Copy(SourceTree.PathOf("templates/content/resource/resources/resource_file.csx"), "web/resources/thing.cs");

        await BuildsAsync("web/resources/thing.cs");
    }

    [Fact]
    public async Task A_misspelt_word_is_an_error_of_the_compiler_at_its_line()
    {
        cookbooks.With("web/recipes/default.cs", Header + "Package(\"nginx\");\nPakage(\"curl\");\n");

        (await BuildAsync("web/recipes/default.cs")).Exits(1)
            .Prints("recipes/default.cs(3,1): error CS0103: The name 'Pakage' does not exist");
    }

    [Fact]
    public async Task A_recipe_and_its_shared_code_use_NuGet_packages_and_running_it_names_the_command_to_type()
    {
        const string Info = "public static class Info { public const string Text = \"x\"; }";
        sdk.Feed.WithLibrary("Acme", "1.0.0", $"namespace Acme; {Info}").WithLibrary("Tools", "2.0.0", $"namespace Tools; {Info}");
        cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"], "packages": { "Tools": "2.0.0" } }""")
            .With("base/cookbook.json", "{}")
            .With("base/lib/names.csx", "static class BaseNames { }")
            .With("web/lib/names.csx", "#:package Tools\nstatic class Names { public static string Text => Tools.Info.Text; }")
            .With("web/lib/port.csx", "record Port(int Number);")
            .With("web/recipes/deploy.cs", $"{Header}#:package Acme@1.0.0\n#:include ../lib/port.csx\nLog(Acme.Info.Text + Names.Text + new Port(1));\nInclude(\"base::other\");");

        var run = await sdk.RunAsync(cookbooks.Root, "run", "web/recipes/deploy.cs");

        run.Exits(2).Prints("csharpchef converge TARGET -r web::deploy").DoesNotPrint("warning");
    }

    [Fact]
    public async Task A_dependency_that_is_not_there_is_a_warning()
    {
        cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""").With("web/lib/port.csx", "record Port(int Number);")
            .With("web/recipes/default.cs", Header + "Log($\"{new Port(1)}\");");

        (await BuildAsync("web/recipes/default.cs")).Exits(0).Prints("there is no cookbook \"base\"");
    }

    private async Task BuildsAsync(string script) => (await BuildAsync(script)).Exits(0).DoesNotPrint("warning");

    private Task<CommandOutcome> BuildAsync(string script) => sdk.RunAsync(cookbooks.Root, "build", script);

    private void Copy(string script, string path) => cookbooks.With(path, Header + File.ReadAllText(script));
}

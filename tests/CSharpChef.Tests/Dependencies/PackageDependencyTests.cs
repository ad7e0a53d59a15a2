using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Dependencies;

[WholeSuite]
public sealed class PackageDependencyTests : PackageTests
{
    [Theory]
    [InlineData("#:package Acme@1.0.0")]
    [InlineData("#r \"nuget: Acme, 1.0.0\"")]
    [InlineData("#!/usr/bin/env csharpchef\n// a comment\n#nullable enable\n#:package Acme@1.0.0\nusing Acme;")]
    public async Task A_recipe_uses_the_package_that_it_names(string directive)
    {
        WithLibrary("Acme", "1.0.0");
        Recipe($"{directive}\nLog(Acme.Info.Version);");

        Assert.Equal(["+ package Acme 1.0.0"], (await InstallAsync()).Changes);

        Assert.Equal("Acme 1.0.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task Scripts_that_end_with_cs_name_packages_but_those_for_the_node_and_for_tests_do_not()
    {
        WithLibrary("Acme", "1.0.0");
        Cookbooks.With("web/recipes/other.cs", "#:package Acme@1.0.0\nLog(Acme.Info.Version);")
            .With("web/files/tool.cs", "#:package Unknown@1.0.0\n").With("web/tests/tool.cs", "#:package Unknown@2.0.0\n");

        Assert.Equal(["+ package Acme 1.0.0"], (await InstallAsync()).Changes);

        Assert.Equal("Acme 1.0.0", Assert.Single(await Cookbooks.Evaluate("web::other")).Name);
    }

    [Theory]
    [InlineData("web/resources/info.csx", "")]
    [InlineData("web/lib/info.csx", "#load \"../lib/info.csx\"\n")]
    [InlineData("web/lib/info.csx", "#:include ../lib/info.csx\n")]
    [InlineData("base/resources/info.csx", "")]
    [InlineData("base/lib/info.csx", "#load \"cookbook:base/lib/info.csx\"\n")]
    public async Task A_file_that_a_recipe_uses_names_packages_too(string file, string load)
    {
        WithLibrary("Acme", "1.0.0");
        Cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""").With("base/cookbook.json", "{}")
            .With(file, "#:package Acme@1.0.0\nstring Version() => Acme.Info.Version;");
        Recipe($"{load}Log(Version());");

        await InstallAsync();

        Assert.Equal("Acme 1.0.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Theory]
    [InlineData("web/resources/info.csx")]
    [InlineData("web/lib/info.csx")]
    [InlineData("base/resources/info.csx")]
    public async Task Shared_types_may_use_packages_and_show_their_types_to_recipes(string file)
    {
        Feed.WithLibrary("Acme", "1.0.0", "namespace Acme; public record Info(string Text);");
        Cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""").With("base/cookbook.json", "{}")
            .With(file, "#:package Acme@1.0.0\nusing Acme;\nrecord Site(Info Info);")
            .With("web/lib/names.csx", "static class Names { public static string Text(Site site) => site.Info.Text; }");
        Recipe("Log(new Site(new Acme.Info(\"x\")).Info.Text + Names.Text(new(new(\"y\"))));");

        await InstallAsync();

        Assert.Equal("xy", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task A_package_that_another_needs_is_locked_in_the_lowest_version_that_suits()
    {
        foreach (var version in new[] { "1.0.0", "1.2.0", "1.3.0", "2.0.0" })
        {
            WithLibrary("Tools", version);
        }

        WithLibrary("Acme", "1.0.0", "Tools [1.1,)");
        Recipe("#:package Acme@1.0.0\nLog(Tools.Info.Version);");

        Assert.Equal(["+ package Acme 1.0.0", "+ package Tools 1.2.0"], (await InstallAsync()).Changes);

        Assert.Equal("Tools 1.2.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
        Assert.Contains("\"requested\": {\n        \"web\": \"1.0.0\"", File.ReadAllText(LockFile), StringComparison.Ordinal);
        Assert.False(Store.Get("web").Lock!.Packages["Tools"].IsDirect);
    }

    [Fact]
    public async Task The_nearest_demand_decides_and_a_lower_one_than_another_package_needs_is_an_error()
    {
        WithLibrary("Tools", "1.0.0");
        WithLibrary("Tools", "2.0.0");
        WithLibrary("Acme", "1.0.0", "Tools 1.0.0");
        Recipe("#:package Acme@1.0.0\n#:package Tools@2.0.0\nLog(Tools.Info.Version);");

        Assert.Equal(["+ package Acme 1.0.0", "+ package Tools 2.0.0"], (await InstallAsync()).Changes);

        WithLibrary("Other", "1.0.0", "Tools 2.0.0");
        Recipe("#:package Other@1.0.0\n#:package Tools@1.0.0");
        var error = (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message;
        Assert.Contains("the nearest demand for Tools is lower than another one", error);
        Assert.Contains($"web -> Tools 1.0.0 ({Place("default.csx:2:1")})", error);
        Assert.Contains($"web -> Other -> Tools 2.0.0 ({Place("default.csx:1:1")})", error);
    }

    [Fact]
    public async Task The_version_that_a_cookbook_names_wins_over_those_that_its_dependencies_name()
    {
        WithLibrary("Acme", "1.0.0");
        WithLibrary("Acme", "2.0.0");
        Cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""").With("base/cookbook.json", "{}")
            .With("base/resources/info.csx", "#:package Acme@1.0.0\nstring Version() => Acme.Info.Version;");
        Recipe("#:package Acme@2.0.0\nLog(Version());");

        Assert.Equal(["+ package Acme 2.0.0"], (await InstallAsync()).Changes);
        Assert.Equal("Acme 2.0.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Theory]
    [InlineData("""{ "packages": { "Acme": "1.1.0" } }""", "#:package acme")]
    [InlineData("""{ "packages": { "acme": "1.1.0" } }""", "#r \"nuget: Acme\"")]
    [InlineData("{}", "#:package Acme\n#load \"other.csx\"")]
    public async Task A_directive_without_a_version_takes_the_one_that_its_cookbook_names_elsewhere(
        string manifest, string directive)
    {
        WithLibrary("Acme", "1.0.0");
        WithLibrary("Acme", "1.1.0");
        Cookbooks.With("web/cookbook.json", manifest)
            .With("web/recipes/other.csx", manifest == "{}" ? "#:package Acme@1.1.0" : "");
        Recipe($"{directive}\nLog(Acme.Info.Version);");

        await InstallAsync();

        Assert.Equal("Acme 1.1.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Theory]
    [InlineData("{}", "#:package Acme@1.1.0", "1.1.0 at recipes/other.csx:1:1")]
    [InlineData("""{ "packages": { "Acme": "[1.0,2)" } }""", "", "[1.0,2) at cookbook.json:1:17")]
    public async Task Two_versions_of_a_package_in_one_cookbook_are_an_error_with_both_places(
        string manifest, string other, string expected)
    {
        Cookbooks.With("web/cookbook.json", manifest).With("web/recipes/other.csx", other);
        Recipe("\n#:package Acme@1.0.0");

        var error = Cookbooks.Below((await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message)
            .Replace("web/", "", StringComparison.Ordinal);

        Assert.Equal(
            $"web asks for Acme in two versions, 1.0.0 at recipes/default.csx:2:1 and {expected}: name the same in both", error);
    }

    [Fact]
    public async Task A_floating_version_stays_locked_until_it_is_updated()
    {
        WithLibrary("Acme", "1.0.0");
        Recipe("#:package Acme@1.*\nLog(Acme.Info.Version);");
        await InstallAsync();
        WithLibrary("Acme", "1.4.0");

        Assert.Empty((await InstallAsync()).Changes);
        Assert.Equal(["~ package Acme 1.0.0 -> 1.4.0"], (await InstallAsync(["Acme"])).Changes);
    }

    [Fact]
    public async Task A_package_that_nothing_names_any_more_leaves_the_lock_file()
    {
        WithLibrary("Acme", "1.0.0");
        Recipe("#:package Acme@1.0.0");
        await InstallAsync();
        Recipe("Log(1.ToString());");

        Assert.Equal(["- package Acme 1.0.0"], (await InstallAsync()).Changes);
        Assert.False(File.Exists(LockFile));
    }

    [Fact]
    public async Task A_locked_package_with_another_content_is_refused_with_both_hashes()
    {
        WithLibrary("Acme", "1.0.0");
        Recipe("#:package Acme@1.0.0\nLog(Acme.Info.Version);");
        var hash = (await InstallAsync()).Packages[0].Hash;
        Directory.Delete(Feed.Installed, recursive: true);
        Feed.WithLibrary("Acme", "1.0.0", "class Other;");

        var error = (await Assert.ThrowsAsync<RecipeException>(FetchPackagesAsync)).Message;
        Assert.Contains("the NuGet package Acme 1.0.0 is not the one that the lock file has: its hash is ", error);
        Assert.Contains($", not {hash}. See what changed", error);

        // It lies in the folder of packages now, in which all projects share it.
        var second = (await Assert.ThrowsAsync<RecipeException>(() => Cookbooks.Evaluate("web"))).Message;
        Assert.Contains($"is not the locked one: its hash is ", second);
        Assert.Contains($", not {hash}. See what changed", second);
        Assert.Equal(["~ package Acme 1.0.0 -> 1.0.0"], (await InstallAsync(["Acme"])).Changes);
    }

    [Fact]
    public async Task Two_installs_at_once_leave_the_same_lock_file_and_a_complete_package()
    {
        WithLibrary("Tools", "1.0.0");
        WithLibrary("Acme", "1.0.0", "Tools 1.0.0");
        Recipe("#:package Acme@1.0.0\nLog(Acme.Info.Version);");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(InstallAsync, Ct)));

        Assert.Equal("Acme 1.0.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
        Assert.Empty(Directory.EnumerateFiles(Cookbooks["web"], "*.new"));
    }

    [Fact]
    public async Task A_unit_test_of_a_cookbook_uses_the_locked_packages()
    {
        WithLibrary("Acme", "1.0.0");
        Recipe("#:package Acme@1.0.0\nFile(\"/etc/acme\", f => f.Content = Acme.Info.Version);");
        await InstallAsync();

        var run = await new ChefTest(Cookbooks.Root).Converge("web", FakeNode.Debian12(), Ct);

        run.Node.File("/etc/acme").ShouldContain("Acme 1.0.0");
    }

    [Fact]
    public async Task A_cookbook_without_packages_needs_no_lock_file_and_reads_no_nuget_config()
    {
        Cookbooks.With("nuget.config", "<configuration").With("web/cookbook.json", """{ "dependencies": ["base"] }""")
            .With("base/resources/hello.csx", "void Hello() => Log(\"hello\");");
        Recipe("Hello();");

        Assert.Empty((await InstallAsync()).Changes);

        Assert.False(File.Exists(LockFile));
        Assert.Equal("hello", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task Scripts_of_a_fetched_cookbook_name_packages_too_and_those_of_a_folder_that_replaces_it()
    {
        WithLibrary("Acme", "1.0.0");
        WithLibrary("Acme", "2.0.0");
        Repository.With("base/resources/info.csx", "#:package Acme@1.0.0\nstring Version() => Acme.Info.Version;").Commit();
        Cookbooks.With("web/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{Repository.Folder}}" } } }""");
        Recipe("Log(Version());");

        Assert.Equal("+ package Acme 1.0.0", (await InstallAsync())?.Changes[^1]);

        Cookbooks.With("base/resources/info.csx", "#:package Acme@2.0.0\nstring Version() => $\"mine {Acme.Info.Version}\";");
        Assert.Contains("it does not pin Acme for version 2.0.0, but for 1.0.0", Cookbooks.CompileError("web").Message, StringComparison.Ordinal);
        Assert.Equal(["~ package Acme 1.0.0 -> 2.0.0"], (await InstallAsync()).Changes);
        Assert.Equal("mine Acme 2.0.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }
}

using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Dependencies;

[WholeSuite]
public sealed class PackageMistakeTests : PackageTests
{
    [Theory]
    [InlineData("#:package Acmee@1.0.0", "no feed has a package Acmee: ")]
    [InlineData("#:package Acmee@1.0.0", "; asked for by web -> Acmee 1.0.0 (default.csx:1:1)")]
    [InlineData("#:package Acme@2.0.0", "no feed has a version of the NuGet package Acme that suits web -> Acme 2.0.0 (default.csx:1:1): the feeds have 1.1.0, 1.0.0")]
    [InlineData("#:package Early@1.0.0", "the feeds have 1.0.0-beta.1. They are all before a release: name one, like 1.0.0-beta.1, to take it")]
    [InlineData("#:package Acme", "default.csx:1:1: no version of Acme is named: write #:package Acme@VERSION, or name it in the packages of cookbook.json")]
    [InlineData("\n#:package Acme 1.0.0", "default.csx:2:1: error: \"Acme 1.0.0\" does not name a NuGet package and its version: write #:package ID@VERSION")]
    [InlineData("#:package Acme@", "\"Acme@\" does not name a NuGet package and its version")]
    [InlineData("#:package", "\"\" does not name a NuGet package and its version")]
    [InlineData("#r \"nuget: Acme 1.0.0\"", "\"Acme 1.0.0\" does not name a NuGet package and its version")]
    [InlineData("#:package Acme@one", "default.csx:1:1: \"one\" is not a version of a NuGet package: write one like 3.0.0, [3.0,4) or 3.*")]
    [InlineData("#:package Needs@1.0.0", "no feed has a package Absent")]
    [InlineData("#:package Needs@1.0.0", "asked for by web -> Needs -> Absent 3.0.0 (default.csx:1:1)")]
    [InlineData("#:package Old@1.0.0", "the NuGet package Old 1.0.0 has no assemblies for net10.0, only for net48")]
    [InlineData("#:package Native@1.0.0", "the NuGet package Native 1.0.0 has native libraries for linux-x64, and recipes can load only managed assemblies")]
    [InlineData("#:package Recipes@1.0.0", "the NuGet package Recipes 1.0.0 is a cookbook: name it in the dependencies of cookbook.json")]
    [InlineData("#:package Damaged@1.0.0", "the package Damaged of the feed ")]
    [InlineData("#:package System.Text.Json@99.0.0", "brings System.Text.Json.dll 99.0.0.0, and recipes use that of the framework, 10.")]
    public async Task A_package_that_cannot_be_had_or_used_is_an_error_that_says_why(string script, string expected)
    {
        WithLibrary("Acme", "1.0.0");
        WithLibrary("Acme", "1.1.0");
        WithLibrary("Early", "1.0.0-beta.1");
        WithLibrary("Needs", "1.0.0", "Absent 3.0.0");
        Feed.WithFiles("Old", "1.0.0", [], ("lib/net48/Old.dll", MadeAssembly.Of("Old", "1.0.0", "")))
            .WithFiles("Native", "1.0.0", [], ("lib/net8.0/Native.dll", MadeAssembly.Of("Native", "1.0.0", "")), ("runtimes/linux-x64/native/libnative.so", [1]), ("runtimes/linux-arm64/native/libnative.so", [1]))
            .WithFiles("System.Text.Json", "99.0.0", [], ("lib/net8.0/System.Text.Json.dll", MadeAssembly.Of("System.Text.Json", "99.0.0", "")));
        Cookbooks.With("made/cookbook.json", """{ "version": "1.0.0" }""");
        new CSharpChef.Dependencies.Packages.CookbookPackage(Store.Get("made")).Write("Recipes", Feed.Packages);
        File.WriteAllText(Path.Combine(Feed.Packages, "Damaged.1.0.0.nupkg"), "not a package");
        Recipe(script);

        var error = (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message;

        Assert.Contains(expected, error.Replace(Place(""), "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(File.Exists(LockFile));
    }

    [Fact]
    public async Task A_recipe_whose_package_is_not_locked_is_an_error_with_the_command_that_locks_it()
    {
        WithLibrary("Acme", "1.0.0");
        Recipe("#:package Acme@1.0.0\nLog(Acme.Info.Version);");
        var command = $"write it with csharpchef cookbook install --path {Cookbooks["web"]}";

        Assert.Equal(
            $"{Place("default.csx:1:1")}: error: web has no cookbook.lock.json, which pins the NuGet package Acme: {command}",
            Cookbooks.CompileError("web").Message);

        await InstallAsync();
        Recipe("\n#:package Acme@1.1.0\n#:package Tools@2.0.0");
        Assert.Equal(
            $"{Place("default.csx:2:1")}: error: {LockFile} does not fit this: it does not pin Acme for version 1.1.0, but for 1.0.0: {command}\n"
            + $"{Place("default.csx:3:1")}: error: {LockFile} does not fit this: it does not pin Tools for version 2.0.0: {command}",
            Cookbooks.CompileError("web").Message);
    }

    [Fact]
    public async Task A_changed_central_version_makes_the_lock_file_stale()
    {
        WithLibrary("Acme", "1.0.0");
        Recipe("#:package Acme\nLog(Acme.Info.Version);");
        Cookbooks.With("web/cookbook.json", """{ "packages": { "Acme": "1.0.0" } }""");
        await InstallAsync();
        await Cookbooks.Evaluate("web");
        Cookbooks.With("web/cookbook.json", """{ "packages": { "Acme": "2.0.0" } }""");

        var error = await Cookbooks.EvaluateError("web");

        Assert.Contains("does not fit this: it does not pin Acme, but for 1.0.0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_is_not_installed_is_an_error_with_the_command_that_fetches_it()
    {
        WithLibrary("Acme", "1.0.0");
        Recipe("#:package Acme@1.0.0\nLog(Acme.Info.Version);");
        await InstallAsync();
        await Cookbooks.Evaluate("web");
        Directory.Delete(Feed.Installed, recursive: true);

        var error = (await Cookbooks.EvaluateError("web")).Message;

        Assert.Equal(
            $"{LockFile}: the NuGet package Acme 1.0.0 is not in {Feed.Installed}: fetch it with csharpchef cookbook install --path {Cookbooks["web"]}",
            error);
        await FetchPackagesAsync();
        await Cookbooks.Evaluate("web");
    }

    [Theory]
    [InlineData("{ \"version\": \"1.0.0\" }")]
    [InlineData("{ \"version\": \"one\", \"hash\": \"x\" }")]
    [InlineData("{ \"version\": \"1.0.0\", \"hash\": \"x\", \"assemblies\": [\"../../../etc/x.dll\"] }")]
    [InlineData("{ \"version\": \"1.0.0\", \"hash\": \"x\", \"assemblies\": [\"/etc/x.dll\"] }")]
    [InlineData("[]")]
    public void A_lock_file_that_was_edited_is_an_error_with_its_place(string package)
    {
        Recipe("");
        Cookbooks.With("web/cookbook.lock.json", $$"""{ "lock": 1, "cookbooks": {}, "packages": { "Acme": {{package}} } }""");

        Assert.Equal(
            $"{LockFile}:1:45: this does not pin the package Acme: write it again with csharpchef cookbook install --path {Cookbooks["web"]}",
            Cookbooks.CompileError("web").Message);
    }
}

using System.IO.Compression;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Dependencies.Packages;

[WholeSuite]
public sealed class CookbookPackageTests : DependencyTests
{
    public CookbookPackageTests() => Cookbooks.With("tools/cookbook.json", """{ "version": "1.0.0" }""");

    [Theory]
    [InlineData("files/old.nuspec")]
    [InlineData("files/a%20b")]
    public async Task A_file_that_a_package_would_lose_is_refused(string file)
    {
        Cookbooks.With($"tools/{file}", "");

        (await PackAsync()).Exits(3).Prints($"{file}: NuGet packages lose files of this name");
        Assert.Empty(Directory.GetFiles(Cookbooks["out"], "*"));
    }

    [Fact]
    public async Task A_file_with_a_backslash_in_its_name_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no file of Windows has such a name");
        Cookbooks.With("tools/files/back\\slash", "");

        (await PackAsync()).Exits(3)
            .Prints("files/back\\slash has a backslash in its name, which separates folders on Windows and in packages: rename the file");
        (await PublishAsync(Cookbooks["out"])).Exits(3);
        Assert.Empty(Directory.GetFiles(Cookbooks["out"], "*"));
    }

    [Theory]
    [InlineData("> 2, < 1")]
    [InlineData("(1,1)")]
    public async Task A_dependency_on_a_range_without_versions_is_refused_with_its_place(string range)
    {
        Cookbooks.With("tools/cookbook.json", $$"""{ "version": "1", "dependencies": { "extra": { "nuget": "Extra", "version": "{{range}}" } } }""");

        (await PackAsync()).Exits(3).Prints("tools/cookbook.json:1:", $"\"{range}\" is not a range of versions");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_with_its_path_and_leaves_no_file()
    {
        Cookbooks.With("file", "");

        (await CommandLine.RunAsync("cookbook", "pack", "--path", Cookbooks["tools"], "-o", Cookbooks["file/out"])).Exits(3)
            .Prints("A file cannot be read or written: ", Cookbooks["file/out"]).DoesNotPrint("bug", " at ");
        Assert.Empty(Directory.GetFiles(Cookbooks.Root, "*nupkg*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_link_to_a_file_of_the_cookbook_is_packed_as_that_file()
    {
        Cookbooks.With("tools/files/real", "text");
        File.CreateSymbolicLink(Cookbooks["tools/files/link"], "real");

        (await PackAsync()).Exits(0);

        using var package = ZipFile.OpenRead(Cookbooks["out/tools.1.0.0.nupkg"]);
        using var text = new StreamReader(package.GetEntry("cookbook/files/link")!.Open());
        Assert.Equal("text", await text.ReadToEndAsync(Ct));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("nothing")]
    [InlineData("../recipes")]
    public async Task A_link_that_leads_elsewhere_is_refused(string target)
    {
        Cookbooks.With("tools/files/real", "").With("tools/recipes/default.csx", "");
        File.CreateSymbolicLink(Cookbooks["tools/files/link"], target);

        (await PackAsync()).Exits(3)
            .Prints($"files/link is a link to {target}, which is not a file of the cookbook: put the file there");
    }

    [Fact]
    public async Task A_version_that_a_folder_feed_has_is_not_replaced()
    {
        Directory.CreateDirectory(Cookbooks["feed"]);
        (await PublishAsync(Cookbooks["feed"])).Exits(0);
        Cookbooks.With("tools/recipes/default.csx", "");

        (await PublishAsync(Cookbooks["feed"])).Exits(3)
            .Prints("has tools.1.0.0.nupkg already: raise the version in cookbook.json");
    }

    [Theory]
    [InlineData("--source", "https://me:hidden@127.0.0.1:1/index.json")]
    [InlineData("--git", "https://me:hidden@127.0.0.1:1/x.git")]
    [InlineData("--git", "https://ghp_hidden@127.0.0.1:1/x.git")]
    public async Task A_URL_with_a_secret_is_refused_and_not_shown(string option, string url) =>
        (await CommandLine.RunAsync("cookbook", "publish", "--path", Cookbooks["tools"], option, url)).Exits(2)
            .Prints("127.0.0.1:1", "has a password or token in it").DoesNotPrint("hidden");

    private Task<CommandOutcome> PackAsync()
    {
        Directory.CreateDirectory(Cookbooks["out"]);
        return CommandLine.RunAsync("cookbook", "pack", "--path", Cookbooks["tools"], "-o", Cookbooks["out"]);
    }

    private Task<CommandOutcome> PublishAsync(string feed) =>
        CommandLine.RunAsync("cookbook", "publish", "--path", Cookbooks["tools"], "--source", feed);
}

using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace CSharpChef.Tests.Dependencies.Packages;

public sealed class FolderPushTests : DependencyTests
{
    private readonly FolderFeed feed = new();

    public FolderPushTests()
    {
        Directory.CreateDirectory(feed.Packages);
        Cookbooks.With("nuget.config", feed.Config).With("tools/cookbook.json", """{ "version": "1.0.0" }""");
    }

    public override void Dispose()
    {
        feed.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("nosuchfeed")]
    [InlineData("")]
    [InlineData("/no/such/folder")]
    [InlineData("ftp://127.0.0.1/feed")]
    public async Task A_text_that_is_not_a_feed_is_refused_with_the_names_of_the_feeds(string source) =>
        (await PublishAsync(source)).Exits(3)
            .Prints($"\"{source}\" is not a feed: ", "the feeds of nuget.config are local");

    [Fact]
    public async Task A_feed_of_nuget_config_whose_folder_does_not_exist_is_refused()
    {
        Directory.Delete(feed.Packages);

        (await PublishAsync("local")).Exits(3)
            .Prints($"nuget.config names the feed {feed.Packages}, and there is no such folder: make it, or remove the feed");
    }

    [Fact]
    public async Task A_relative_folder_is_a_feed()
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), feed.Packages);

        (await PublishAsync(relative)).Exits(0);

        Assert.Equal(["tools.1.0.0.nupkg"], FilesOfFeed());
    }

    [Fact]
    public async Task A_feed_with_a_folder_for_each_version_gets_the_package_in_that_layout()
    {
        feed.With("Extra", "1.0.0", ("x", ""));
        var layout = Cookbooks["layout"];
        var extraction = new PackageExtractionContext(
            PackageSaveMode.Defaultv3, XmlDocFileSaveMode.None, null, NullLogger.Instance);
        await OfflineFeedUtility.AddPackageToSource(
            new OfflineFeedAddContext(
                $"{feed.Packages}/Extra.1.0.0.nupkg", layout, NullLogger.Instance, true, true, true, extraction),
            Ct);

        (await PublishAsync(layout)).Exits(0);

        Assert.True(File.Exists($"{layout}/tools/1.0.0/tools.1.0.0.nupkg"));
        var finder = await new SourceRepository(new PackageSource(layout), FeedReaders())
            .GetResourceAsync<FindPackageByIdResource>(Ct);
        Assert.True(await finder!.DoesPackageExistAsync(
            "tools", NuGetVersion.Parse("1.0.0"), NullSourceCacheContext.Instance, NullLogger.Instance, Ct));
        (await PublishAsync(layout)).Exits(3).Prints("has tools.1.0.0.nupkg already: raise the version in cookbook.json");
    }

    [Fact]
    public async Task A_version_that_the_feed_has_under_an_id_in_other_letters_is_not_published_again()
    {
        (await PublishAsync("local", "--id", "Tools")).Exits(0);

        (await PublishAsync("local", "--id", "tools")).Exits(3)
            .Prints("has Tools.1.0.0.nupkg already: raise the version in cookbook.json");
        Assert.Equal(["Tools.1.0.0.nupkg"], FilesOfFeed());
    }

    private static IEnumerable<Lazy<INuGetResourceProvider>> FeedReaders() =>
        NuGet.Protocol.Core.Types.Repository.Provider.GetCoreV3();

    private IEnumerable<string?> FilesOfFeed() => Directory.EnumerateFiles(feed.Packages).Select(Path.GetFileName);

    private Task<CommandOutcome> PublishAsync(string source, params string[] arguments) => CommandLine.RunAsync(
        ["cookbook", "publish", "--path", Cookbooks["tools"], "--source", source, .. arguments]);
}

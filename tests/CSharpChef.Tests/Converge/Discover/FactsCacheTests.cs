using CSharpChef.Converge.Discover;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Discover;

public sealed class FactsCacheTests : IDisposable
{
    private static readonly Facts Some = new(new Dictionary<string, string>
    {
        ["hostname"] = "web1",
        ["mounts.0.path"] = "/a\\b\nc\uDCE4",
        ["platform.codename"] = "",
    });

    private readonly string folder = TemporaryFolder.Create("facts-");

    private string Below => Path.Combine(folder, "facts");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Saved_facts_are_loaded_in_the_same_order()
    {
        var cache = new FactsCache(Below);

        cache.Save("root", "web1", 22, Some);

        Assert.Equal(Some.Values, cache.Load("root", "web1", 22)!.Values);
        Assert.Equal(Some.Values.Keys, cache.Load("root", "web1", 22)!.Values.Keys);
    }

    [Fact]
    public void Facts_are_cached_separately_for_each_user_address_and_port()
    {
        var cache = new FactsCache(Below);

        cache.Save("root", "web1", 22, Some);

        Assert.Null(cache.Load("deploy", "web1", 22));
        Assert.Null(cache.Load("root", "web1", 2222));
    }

    [Fact]
    public void Forgotten_facts_are_not_loaded()
    {
        var cache = new FactsCache(Below);
        cache.Save("root", "web1", 22, Some);

        cache.Forget("root", "web1", 22);
        cache.Forget("root", "web1", 22);

        Assert.Null(cache.Load("root", "web1", 22));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-3)]
    public void A_damaged_cache_file_is_ignored(int length)
    {
        var cache = new FactsCache(Below);
        cache.Save("root", "web1", 22, Some);
        var file = Directory.GetFiles(Below).Single();
        var bytes = File.ReadAllBytes(file);

        File.WriteAllBytes(file, bytes[..(length < 0 ? bytes.Length + length : length)]);

        Assert.Null(cache.Load("root", "web1", 22));
    }

    [Fact]
    public void Only_the_owner_can_read_a_cache_file()
    {
        new FactsCache(Below).Save("root", "web1", 22, Some);

        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions");
            return;
        }

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Directory.GetFiles(Below).Single()));
    }

    [Fact]
    public void Facts_are_not_cached_when_the_folder_cannot_be_created()
    {
        File.WriteAllText(Below, "in the way");
        var cache = new FactsCache(Below);

        cache.Save("root", "web1", 22, Some);

        Assert.Null(cache.Load("root", "web1", 22));
    }
}

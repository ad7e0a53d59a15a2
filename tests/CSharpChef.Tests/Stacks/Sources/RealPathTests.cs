using CSharpChef.Stacks.Sources;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Sources;

/// <summary>The folder that a path means, whatever links are in it.</summary>
public sealed class RealPathTests : IDisposable
{
    private readonly string folder = TemporaryFolder.CreateInMemory("csharpchef-path-");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("real/x", "real/x")]
    [InlineData("real/../other", "other")]
    [InlineData("link/x/y", "real/x/y")]
    [InlineData("link/../y", "y")]
    [InlineData("absolute/x", "real/x")]
    [InlineData("chain/x", "real/x")]
    public void Links_and_dots_are_resolved(string path, string real)
    {
        Directory.CreateDirectory(Path.Join(folder, "real"));
        Directory.CreateSymbolicLink(Path.Join(folder, "link"), "./real");
        Directory.CreateSymbolicLink(Path.Join(folder, "absolute"), Path.Join(folder, "real"));
        Directory.CreateSymbolicLink(Path.Join(folder, "chain"), "absolute");

        Assert.Equal(Path.Join(folder, real), RealPath.Of(Path.Join(folder, path)));
    }

    [Fact]
    public void Links_in_a_circle_lead_nowhere()
    {
        Directory.CreateSymbolicLink(Path.Join(folder, "a"), "b");
        Directory.CreateSymbolicLink(Path.Join(folder, "b"), "a");

        Assert.Null(RealPath.Of(Path.Join(folder, "a/x")));
    }

    [Theory]
    [InlineData("/srv/a", "/srv", true)]
    [InlineData("/srv", "/srv", true)]
    [InlineData("/srv2", "/srv", false)]
    public void A_folder_contains_what_is_below_it(string path, string parent, bool within) =>
        Assert.Equal(within, RealPath.IsWithin(path, parent));

    [Fact]
    public void A_source_folder_must_neither_contain_the_data_folder_nor_lie_in_it()
    {
        var data = Directory.CreateDirectory(Path.Join(folder, "data/inner")).Parent!.FullName;
        var sources = Directory.CreateDirectory(Path.Join(folder, "sources")).FullName;

        Assert.Equal((sources, null), SourceFolder.Resolve(sources, data));
        Assert.NotNull(SourceFolder.Resolve(folder, data).Refusal);
        Assert.NotNull(SourceFolder.Resolve(Path.Join(data, "inner"), data).Refusal);
        Assert.Equal("is not a folder of this machine: create it, or name one that exists", SourceFolder.Resolve(Path.Join(folder, "missing"), data).Refusal);
    }
}

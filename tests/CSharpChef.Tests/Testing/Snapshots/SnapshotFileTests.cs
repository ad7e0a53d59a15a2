using CSharpChef.Testing;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Testing.Snapshots;

public sealed class SnapshotFileTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("snapshots-");
    private readonly SnapshotPlace place;

    public SnapshotFileTests() => place = new SnapshotPlace(folder, "WebTests.Converges");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(null, null, SnapshotMode.Compare)]
    [InlineData("false", null, SnapshotMode.Compare)]
    [InlineData(null, "1", SnapshotMode.Accept)]
    [InlineData("true", null, SnapshotMode.Ci)]
    [InlineData("true", "1", SnapshotMode.Ci)]
    internal void CI_goes_before_the_wish_to_accept(string? ci, string? accept, SnapshotMode mode) => Assert.Equal(
        mode, SnapshotSettings.Mode(name => name == "CI" ? ci : name == SnapshotSettings.Accept ? accept : null));

    [Theory]
    [InlineData(SnapshotMode.Compare)]
    [InlineData(SnapshotMode.Ci)]
    internal void A_missing_snapshot_fails_and_is_not_verified_by_itself(SnapshotMode mode)
    {
        var mismatch = Mismatch(mode, "one\n");

        Assert.Contains($"the run has no verified snapshot {place.Verified}; received:\none\n", mismatch);
        Assert.False(File.Exists(place.Verified));
        Assert.Equal("one\n", File.ReadAllText(place.Received));
    }

    [Fact]
    public void A_snapshot_that_differs_fails_with_the_difference_and_the_way_to_accept_it()
    {
        File.WriteAllText(place.Verified, "one\ntwo\n");

        var mismatch = Mismatch(SnapshotMode.Compare, "one\nthree\n");

        Assert.Contains("@@ -1,2 +1,2 @@\n one\n-two\n+three\n", mismatch, StringComparison.Ordinal);
        Assert.Contains($"\"{place.Received}\" \"{place.Verified}\"", mismatch, StringComparison.Ordinal);
        Assert.Contains("CSHARPCHEF_ACCEPT_SNAPSHOTS=1", mismatch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_differs_on_CI_keeps_its_verified_file()
    {
        File.WriteAllText(place.Verified, "one\n");

        var mismatch = Mismatch(SnapshotMode.Ci, "two\n");

        Assert.Contains("This is CI, which accepts no snapshot", mismatch, StringComparison.Ordinal);
        Assert.Equal("one\n", File.ReadAllText(place.Verified));
    }

    [Fact]
    public void A_snapshot_that_is_accepted_replaces_the_verified_file_and_removes_the_received_one()
    {
        Mismatch(SnapshotMode.Compare, "one\n");

        Assert.Null(Mismatch(SnapshotMode.Accept, "one\n"));
        Assert.Equal("one\n", File.ReadAllText(place.Verified));
        Assert.False(File.Exists(place.Received));
    }

    [Fact]
    public void A_snapshot_that_is_equal_beside_its_line_ends_removes_an_old_received_file()
    {
        Mismatch(SnapshotMode.Compare, "one\n");
        File.WriteAllText(place.Verified, "one\r\n");

        Assert.Null(Mismatch(SnapshotMode.Ci, "one\n"));
        Assert.False(File.Exists(place.Received));
    }

    [Fact]
    public void The_files_are_beside_the_source_of_the_test_and_have_the_names_of_its_class_and_method()
    {
        var source = Path.Combine(folder, "Web.cs");
        File.WriteAllText(source, "");

        Assert.Equal(
            Path.Combine(folder, "Web.Converges_alpine 3.20-x.verified.txt"),
            SnapshotPlace.Of(source, "Converges", "alpine 3.20/x", "Web").Verified);
    }

    [Fact]
    public void A_source_that_a_deterministic_build_names_is_found_above_the_assembly()
    {
        var mapped = "/_/tests/CSharpChef.Tests/Testing/Snapshots/SnapshotFileTests.cs";

        Assert.Equal(
            Path.GetDirectoryName(SourceTree.PathOf("tests/CSharpChef.Tests/Testing/Snapshots/SnapshotFileTests.cs")),
            SourceFolder.Of(mapped));
    }

    [Fact]
    public void A_source_that_is_not_on_this_machine_is_an_error_that_names_it() => Assert.Contains(
        "/_/gone/Web.cs",
        Assert.Throws<ChefTestException>(() => SourceFolder.Of("/_/gone/Web.cs")).Message,
        StringComparison.Ordinal);

    private string? Mismatch(SnapshotMode mode, string text) => new SnapshotFile(place, mode).Mismatch(text);
}

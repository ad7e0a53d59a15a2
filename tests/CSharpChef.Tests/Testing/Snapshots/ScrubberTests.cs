using CSharpChef.Testing;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Testing.Snapshots;

public sealed class ScrubberTests
{
    [Fact]
    public void The_folders_of_the_machine_are_replaced()
    {
        var text = $"/src/shop/cookbooks/web/x and /src/shop/tests/a and {AppContext.BaseDirectory}b\r\n";

        Assert.Equal(
            "{cookbooks}/web/x and {test}/a and {assembly}/b\n",
            Scrubber.Scrub(text, ["/src/shop/cookbooks"], "/src/shop/tests"));
    }

    [Fact]
    public void A_path_from_the_current_folder_is_replaced()
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), "/src/shop/cookbooks");

        Assert.Equal("{cookbooks}/web", Scrubber.Scrub($"{relative}/web", ["/src/shop/cookbooks"], "/src/shop/tests"));
    }

    [Fact]
    public void A_folder_that_only_begins_like_one_of_the_machine_is_kept() => Assert.Equal(
        "/src/shop-2/x", Scrubber.Scrub("/src/shop-2/x", ["/src/shop"], "/src/tests"));

    [Fact]
    public void A_temporary_folder_of_the_machine_is_replaced_and_one_of_the_node_is_kept()
    {
        var folder = TemporaryFolder.Create("scrubbed-");
        var ofNode = Path.Combine(Path.GetTempPath(), "app-that-is-only-on-the-node.sock");

        Assert.Equal($"{{temp}}/x {ofNode}", Scrubber.Scrub($"{folder}/x {ofNode}", [], "/src"));
        Directory.Delete(folder);
    }
}

using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Tests.Stacks.Cookbooks;

public sealed class StackCookbooksTests
{
    private static readonly Source Source = new() { Type = SourceType.Git, Url = "ssh://git@example.com/a.git" };

    private static readonly ResolvedSource Resolved = new()
    {
        Source = CookbookSources.HashOf(Source),
        State = new string('a', 40),
        VersionId = "b",
        SshHostKey = "key",
    };

    private static StackCookbooks Document => new StackCookbooks { StackId = "s" }
        .With(Source, Resolved, DateTimeOffset.UnixEpoch, "system:test");

    [Fact]
    public void A_recorded_state_is_used_until_the_source_changes()
    {
        Assert.Equal(Resolved, Document.For(Source));
        Assert.Null(Document.For(Source with { Revision = "v2" }));
    }

    [Fact]
    public void A_host_key_is_that_of_its_URL_whatever_the_revision_is()
    {
        Assert.Equal("key", Document.HostKeyFor(Source with { Revision = "v2" }));
        Assert.Null(Document.HostKeyFor(Source with { Url = "ssh://git@example.org/a.git" }));
    }

    [Fact]
    public void Versions_that_nothing_uses_are_removed_except_the_newest_five() =>
        Assert.Equal(["7"], VersionRetention.ToRemove(["1", "2", "3", "4", "5", "6", "7"], ["6"]));
}

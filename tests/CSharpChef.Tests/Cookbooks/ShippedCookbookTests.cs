using CSharpChef.Testing;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Cookbooks;

/// <summary>The cookbooks that come with the project, tested as their authors would.</summary>
public sealed class ShippedCookbookTests
{
    private static readonly ChefTest Cookbooks = new(SourceTree.PathOf("cookbooks"));
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_quickstart_cookbook_writes_below_its_folder_and_is_idempotent()
    {
        var node = FakeNode.Debian12();
        node.OnAnyCommand().Returns(0);

        var run = await Cookbooks.With(new { quickstart = new { folder = "/home/ann/quick" } })
            .Converge("quickstart", node, ct);

        run.Node.File("/home/ann/quick/hello.txt").ShouldBe("Hello from fake!\n");
        run.Node.File("/home/ann/quick/machine.txt").ShouldContain("It runs debian 12");
        run.Node.Link("/home/ann/quick/latest").ShouldPointTo("machine.txt");
    }

    public static TheoryData<string> Platforms => [.. FakeNode.AllPlatforms().Select(node => $"{node}")];

    [Theory, MemberData(nameof(Platforms))]
    public async Task The_nginx_cookbook_sets_up_its_site_and_is_idempotent(string platform)
    {
        var node = FakeNode.AllPlatforms().Single(each => $"{each}" == platform)
            .PackageBrings("nginx", it => it.HasDirectory("/etc/nginx/conf.d")
                .HasDirectory("/etc/nginx/http.d")
                .HasService("nginx", running: false, enabled: false));

        var run = await Cookbooks.With(new { nginx = new { port = 8080, backends = new[] { "10.0.0.1:80" } } })
            .Converge("nginx", node, ct);

        run.Node.File(platform.StartsWith("alpine", StringComparison.Ordinal) ? "/etc/nginx/http.d/site.conf" : "/etc/nginx/conf.d/site.conf")
            .ShouldContain("listen 8080;")
            .ShouldContain("server 10.0.0.1:80;");
        run.Node.Service("nginx").ShouldBeRunning();
        await run.ShouldBeIdempotent(ct);
    }

    [Fact]
    public async Task The_nginx_cookbook_refuses_an_invalid_port()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => Cookbooks.With(new { nginx = new { port = 0 } }).Converge("nginx", FakeNode.Debian12(), ct));

        Assert.Contains("\"nginx.port\" must be from 1 to 65535, and is 0", error.Message, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Runs;
using CSharpChef.TestSupport.Stacks;
using CSharpChef.TestSupport.Web;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Web.Serving;

/// <summary>The links to logs that DescribeCommands gives, over real HTTP.</summary>
public sealed class LogPagesTests : IAsyncLifetime
{
    private readonly HttpClient browser = new(new SocketsHttpHandler { UseProxy = false });
    private TestPlane plane = null!;
    private HttpServer server = null!;
    private string command = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Url => server.Urls[0];

    public async ValueTask InitializeAsync()
    {
        plane = await TestPlane.StartAsync();
        plane.Clock.Advance(TimeProvider.System.GetUtcNow() - plane.Clock.GetUtcNow());
        await TestCredentials.AddAsync(plane.Plane.Store);
        command = await CommandAsync();
        server = await HttpServer.StartAsync(
            new HttpOptions { Urls = ["http://127.0.0.1:0"], ShutdownNotice = TimeSpan.Zero }, plane.Plane, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await server.DisposeAsync();
        await plane.DisposeAsync();
    }

    [Fact]
    public async Task The_log_behind_a_link_of_DescribeCommands_is_read_without_a_login()
    {
        var link = await DescribedLinkAsync();

        using var reply = await browser.GetAsync(new Uri(link), Ct);

        Assert.StartsWith($"{Url}/logs/{command}?expires=", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", $"{reply.Content.Headers.ContentType}");
        Assert.Equal(Log, await reply.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_link_that_was_changed_is_refused()
    {
        var link = await DescribedLinkAsync();
        var (other, later) = ($"{Guid.NewGuid()}", "expires=9");

        Assert.Equal(
            HttpStatusCode.Forbidden, await StatusAsync(link.Replace(command, other, StringComparison.Ordinal)));
        Assert.Equal(
            HttpStatusCode.Forbidden, await StatusAsync(link.Replace("expires=", later, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(link[..^2]));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"{Url}/logs/{command}"));
    }

    [Fact]
    public async Task A_link_is_refused_after_its_end()
    {
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(LinkOf(now - LogLink.Lasts + TimeSpan.FromMinutes(1))));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(LinkOf(now - LogLink.Lasts)));
    }

    // Longer than what is read at once, with characters of several bytes.
    private static string Log { get; } = string.Concat(Enumerable.Range(1, 20_000).Select(line => $"Zeile {line} ü\n"));

    private string LinkOf(DateTimeOffset madeAt) => LogLink.Of(plane.Plane.Store.Secrets, Url, command, madeAt);

    private async Task<HttpStatusCode> StatusAsync(string link)
    {
        using var reply = await browser.GetAsync(new Uri(link), Ct);
        return reply.StatusCode;
    }

    private async Task<string> DescribedLinkAsync()
    {
        using var client = new SigningClient(Url)
        {
            Operation = "DescribeCommands",
            Body = new JsonObject { ["CommandIds"] = new JsonArray(command) }.ToJsonString(),
        };
        var reply = await client.CallAsync(Ct, request => SigningClient.Bearer(request));
        return JsonNode.Parse(reply.Body)!["Commands"]![0]!["LogUrl"]!.GetValue<string>();
    }

    private async Task<string> CommandAsync()
    {
        var stack = await plane.CreateStackAsync();
        await plane.CallAsync(
            "SetPermission", new { StackId = stack, IamUserArn = TestCredentials.UserArn, Level = "show" });
        var instance = await plane.CreateInstanceAsync(stack, await plane.CreateLayerAsync(stack));
        await plane.SetAsync(instance, InstanceStatus.Online);
        await plane.CallAsync("CreateDeployment", new { StackId = stack, Command = new { Name = "configure" } });
        var id = (await plane.CallAsync("DescribeCommands", new { InstanceId = instance }))["Commands"]![0]!["CommandId"]!
            .GetValue<string>();
        await plane.Plane.Store.WriteAsync(
            async session =>
            {
                await session.AppendLogAsync(id, 0, Log);
                return true;
            },
            Ct);
        return id;
    }
}

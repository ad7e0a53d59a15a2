using CSharpChef.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks;
using CSharpChef.Web.Api;
using CSharpChef.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Tests.Web.Serving;

public sealed class StatusPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact, WholeSuite]
    public async Task A_server_whose_database_is_unavailable_is_not_ready()
    {
        await using var server = await TestPlane.StartAsync();
        var store = server.Plane.Store;
        await store.WriteAsync(session => session.ExecuteAsync("drop table meta", new { }), Cancel);
        using var shutdown = new GracefulShutdown();
        var unavailable = new ControlPlane(
            new DocumentStore(new LostCommit(store.Database), store.Secrets, server.Clock), server.Plane.Server,
            server.Clock);
        var http = new DefaultHttpContext
        {
            Request = { Method = "GET", Path = "/readyz" },
            Response = { Body = new MemoryStream() }
        };

        await new StatusPages(unavailable, shutdown, server.Clock).AnswerAsync(http);

        http.Response.Body.Position = 0;
        Assert.Equal(503, http.Response.StatusCode);
        Assert.Equal(
            "the database is unavailable: see the log of the server\n", await new StreamReader(http.Response.Body).ReadToEndAsync(Cancel));
    }

    [Fact, WholeSuite]
    public async Task The_store_is_asked_once_a_second_whether_it_is_ready()
    {
        await using var server = await TestPlane.StartAsync();
        using var shutdown = new GracefulShutdown();
        var pages = new StatusPages(server.Plane, shutdown, server.Clock);
        Assert.Equal(200, await AskAsync(pages));
        await server.Plane.Store.WriteAsync(session => session.ExecuteAsync("drop table meta", new { }), Cancel);

        Assert.Equal(200, await AskAsync(pages));
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(503, await AskAsync(pages));
    }

    private static async Task<int> AskAsync(StatusPages pages)
    {
        var http = new DefaultHttpContext { Request = { Method = "GET", Path = "/readyz" } };
        await pages.AnswerAsync(http);
        return http.Response.StatusCode;
    }
}

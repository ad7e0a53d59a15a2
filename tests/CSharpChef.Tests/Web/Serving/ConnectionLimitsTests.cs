using System.Net;
using CSharpChef.TestSupport;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Serving;
using Microsoft.AspNetCore.Connections;

namespace CSharpChef.Tests.Web.Serving;

public sealed class ConnectionLimitsTests : IDisposable
{
    private static readonly StrangerLimits Limits = new()
    {
        Connections = 2,
        TlsConnection = 2,
        WaitingConnections = 2,
        LongestSilence = TimeSpan.FromSeconds(30),
    };

    private readonly FakeClock clock = new();
    private readonly ConnectionLimits limits;
    private readonly List<string> served = [];

    public ConnectionLimitsTests() => limits = new(Limits, new([IPNetwork.Parse("192.0.2.1/32")]), clock);

    [Fact]
    public async Task A_connection_waits_before_it_is_served_while_there_are_too_many_unknown_ones()
    {
        var first = Open("first");
        var second = Open("second");
        var third = Open("third");
        Assert.Equal(["first", "second"], served);

        first.Abort();

        await Eventually.TrueAsync(() => served.Count == 3);
    }

    [Fact]
    public async Task A_connection_of_another_network_is_served_before_those_that_wait_for_longer()
    {
        var first = Open("first");
        var second = Open("second");
        var third = Open("third");
        var other = Open("other", "198.51.100.1");

        first.Abort();

        await Eventually.TrueAsync(() => served.Count == 3);
        Assert.Equal("other", served[^1]);
    }

    [Fact]
    public async Task A_known_connection_leaves_its_place_to_one_that_waits()
    {
        var first = Open("first");
        var second = Open("second");
        var third = Open("third");

        first.Features.Get<ClientConnection>()!.Identify();

        await Eventually.TrueAsync(() => served.Count == 3);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.False(first.ConnectionClosed.IsCancellationRequested);
    }

    [Fact]
    public async Task A_silent_connection_is_closed_for_one_that_waits()
    {
        var first = Open("first");
        var second = Open("second");
        clock.Advance(Limits.ConnectionTime.Longest);

        var third = Open("third");

        await Eventually.TrueAsync(() => first.ConnectionClosed.IsCancellationRequested && served.Count == 3);
        Assert.False(second.ConnectionClosed.IsCancellationRequested);
    }

    [Fact]
    public async Task A_connection_that_is_closed_while_it_waits_is_never_served()
    {
        var first = Open("first");
        var second = Open("second");
        var third = Connection("third", "203.0.113.9");
        var serving = limits.Limit(ServeAsync, tls: false)(third);

        third.Abort();
        await serving;
        first.Abort();

        await Eventually.TrueAsync(() => limits.Served == 1);
        Assert.Equal(["first", "second"], served);
    }

    [Fact]
    public async Task The_connection_that_waited_for_the_longest_is_closed_without_being_served_when_too_many_wait()
    {
        Open("first");
        Open("second");
        var third = limits.Limit(ServeAsync, tls: false)(Connection("third", "203.0.113.9"));
        Open("fourth");

        Open("fifth");

        await third;
        Assert.Equal(["first", "second"], served);
    }

    [Fact]
    public void A_connection_with_TLS_counts_as_several()
    {
        Open("first");

        _ = limits.Limit(ServeAsync, tls: true)(Connection("second", "203.0.113.9"));

        Assert.Equal(["first"], served);
    }

    [Fact]
    public async Task The_connections_of_a_trusted_proxy_are_not_limited()
    {
        var first = Open("first", "192.0.2.1");
        var second = Open("second", "192.0.2.1");
        var third = Open("third", "192.0.2.1");

        Assert.Equal(3, served.Count);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.False(first.ConnectionClosed.IsCancellationRequested);
    }

    public void Dispose() => limits.Dispose();

    private DefaultConnectionContext Open(string name, string address = "203.0.113.9")
    {
        var connection = Connection(name, address);
        _ = limits.Limit(ServeAsync, tls: false)(connection);
        return connection;
    }

    private static DefaultConnectionContext Connection(string name, string address) =>
        new(name) { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 40_000) };

    private async Task ServeAsync(ConnectionContext connection)
    {
        served.Add(connection.ConnectionId);
        var closed = new TaskCompletionSource();
        await using (connection.ConnectionClosed.Register(closed.SetResult))
        {
            await closed.Task;
        }
    }
}

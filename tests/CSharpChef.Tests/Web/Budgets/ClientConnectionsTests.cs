using CSharpChef.TestSupport;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Budgets;

public sealed class ClientConnectionsTests
{
    private static readonly StrangerLimits Limits = new()
    {
        Connections = 2,
        MostConnections = 3,
        Grace = TimeSpan.FromSeconds(2),
        LongestSilence = TimeSpan.FromSeconds(30),
    };

    private readonly FakeClock clock = new();
    private readonly List<string> closed = [];
    private readonly ClientConnections connections;

    public ClientConnectionsTests() => connections = new(Limits, clock);

    [Fact]
    public void An_unknown_connection_is_closed_when_its_time_has_passed()
    {
        using var silent = Open("silent");

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(closed);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["silent"], closed);
    }

    [Fact]
    public void A_connection_with_a_valid_call_is_never_closed()
    {
        using var known = Open("known");
        known.Identify();
        using var first = Open("first");
        using var second = Open("second");
        using var third = Open("third");

        using var fourth = Open("fourth");
        Assert.Equal(["first"], closed);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.True(known.IsKnown);
        Assert.DoesNotContain("known", closed);
        Assert.Equal(3, connections.Unknown);
    }

    [Fact]
    public void A_connection_whose_requests_are_answered_keeps_its_time()
    {
        using var prober = Open("prober");
        clock.Advance(TimeSpan.FromSeconds(20));

        prober.Renew();

        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Empty(closed);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["prober"], closed);
    }

    [Fact]
    public void The_oldest_unknown_connection_makes_room_for_a_new_one_after_its_grace()
    {
        using var first = Open("first");
        using var second = Open("second");
        clock.Advance(TimeSpan.FromSeconds(1));

        using var third = Open("third");
        Assert.Empty(closed);
        clock.Advance(TimeSpan.FromSeconds(2));
        third.Dispose();
        using var fourth = Open("fourth");

        Assert.Equal(["first"], closed);
        Assert.Equal(2, connections.Unknown);
    }

    [Fact]
    public void A_connection_that_ended_is_not_counted()
    {
        Open("first").Dispose();

        Assert.Equal(0, connections.Unknown);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(closed);
    }

    [Fact]
    public void The_oldest_connection_of_the_network_that_has_the_most_is_closed()
    {
        using var lone = Open("lone", "198.51.100.1");
        using var first = Open("first");
        using var second = Open("second");
        using var third = Open("third");
        clock.Advance(TimeSpan.FromSeconds(3));
        closed.Clear();

        using var fourth = Open("fourth");

        Assert.Equal(["second", "third"], closed);
    }

    [Fact]
    public void A_connection_that_waits_for_the_server_is_closed_only_when_there_are_too_many()
    {
        using var first = Open("first");
        using var second = Open("second");
        using var wait = first.Wait();
        using var other = second.Wait();
        clock.Advance(TimeSpan.FromSeconds(3));

        using var third = Open("third");
        Assert.Empty(closed);
        other.Dispose();
        using var fourth = Open("fourth");

        Assert.Equal(["first", "second"], closed);
    }

    private ClientConnection Open(string name, string network = "203.0.113.9") =>
        connections.Open(network, () => closed.Add(name));
}

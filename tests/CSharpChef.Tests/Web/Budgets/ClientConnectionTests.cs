using CSharpChef.TestSupport;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Budgets;

public sealed class ClientConnectionTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly ShareTime ConnectionTime = new(TimeSpan.FromSeconds(2), TimeSpan.Zero, TimeSpan.MaxValue);

    private readonly FakeClock clock = new();
    private readonly ClientBudget places;
    private int closed;

    public ClientConnectionTests() => places = new(1, ConnectionTime, clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_connection_is_closed_when_its_time_has_passed()
    {
        using var connection = await OpenAsync();

        clock.Advance(Longest - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, closed);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(1, closed);
    }

    [Fact]
    public async Task The_time_of_an_unknown_connection_begins_again_when_a_request_was_answered()
    {
        using var connection = await OpenAsync();
        clock.Advance(TimeSpan.FromSeconds(20));

        connection.Renew();

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, closed);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, closed);
    }

    [Fact]
    public async Task A_known_connection_has_no_place_among_the_unknown_ones_and_is_never_closed()
    {
        using var connection = await OpenAsync();

        connection.Identify();
        connection.Renew();
        using var next = await OpenAsync();
        clock.Advance(TimeSpan.FromHours(1));

        Assert.True(connection.IsKnown);
        Assert.Equal(1, places.Used);
        Assert.Equal(1, closed);
    }

    [Fact]
    public async Task A_connection_that_ends_leaves_its_place_to_the_next()
    {
        (await OpenAsync()).Dispose();

        Assert.Equal(0, places.Used);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, closed);
    }

    [Fact]
    public async Task A_connection_is_closed_when_its_place_is_given_up()
    {
        using var connection = await OpenAsync();

        var next = OpenAsync();
        clock.Advance(TimeSpan.FromSeconds(2));

        (await next).Dispose();
        Assert.Equal(1, closed);
    }

    public void Dispose() => places.Dispose();

    private async Task<ClientConnection> OpenAsync()
    {
        var connection = new ClientConnection(Longest, clock, () => closed++);
        await connection.AdmitAsync(places, "203.0.113.9", 1, Cancel);
        return connection;
    }
}

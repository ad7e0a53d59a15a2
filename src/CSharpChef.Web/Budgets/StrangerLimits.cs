namespace CSharpChef.Web.Budgets;

/// <summary>
/// What clients may use whose credential is not verified yet. A client's connection is known after its first call with
/// a valid credential.
/// </summary>
internal sealed record StrangerLimits
{
    /// <summary>
    /// Unknown connections that are served at the same time, of which one with TLS counts as
    /// <see cref="TlsConnection"/>; others wait before their TLS handshake.
    /// </summary>
    public int Connections { get; init; } = 256;

    /// <summary>What a connection with TLS counts as: its session takes four times the memory.</summary>
    public int TlsConnection { get; init; } = 4;

    /// <summary>
    /// Unknown connections that wait to be served. Above it, the oldest of the network that has the most waiting is
    /// closed.
    /// </summary>
    public int WaitingConnections { get; init; } = 1024;

    /// <summary>
    /// The time that the server waits for an unknown connection to make a valid call while others wait for its place,
    /// and, with holds, the time after which it is closed in any case.
    /// </summary>
    public ShareTime ConnectionTime { get; init; } =
        new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), Wait: TimeSpan.FromSeconds(2))
        {
            WithHolds = TimeSpan.FromSeconds(4),
        };

    /// <summary>The time after which an unknown connection is closed unless one of its requests was answered.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time in which the head of any request must arrive.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time in which the body of any request must arrive after its head.</summary>
    public TimeSpan BodyTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The bytes up to which a body is a small one. Small and large bodies do not wait for each other.
    /// </summary>
    public long SmallBody { get; init; } = 256 << 10;

    /// <summary>Bytes in memory of small bodies that arrive on unknown connections.</summary>
    public long SmallBodyBytes { get; init; } = 2 << 20;

    /// <summary>Bytes in memory of large bodies that arrive on unknown connections.</summary>
    public long LargeBodyBytes { get; init; } = 2 << 20;

    /// <summary>Bytes in memory of bodies that arrive on known connections or with a valid token.</summary>
    public long KnownBodyBytes { get; init; } = 32 << 20;

    /// <summary>The time in which a body must arrive while others wait for its bytes of memory.</summary>
    public ShareTime BodyShareTime { get; init; } =
        new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100), Wait: TimeSpan.FromSeconds(2));

    /// <summary>
    /// The credentials of unknown connections that are looked up at the same time: fewer than the readers that the
    /// store keeps for credentials, so that the calls of known clients do not wait for them.
    /// </summary>
    public int LookUps { get; init; } = 2;

    /// <summary>The calls without a valid credential from each address that are answered without delay.</summary>
    public RateLimit Failures { get; init; } = new(5, 50);

    /// <summary>The time that the refusal of each further one takes.</summary>
    public TimeSpan FailureDelay { get; init; } = TimeSpan.FromSeconds(1);
}

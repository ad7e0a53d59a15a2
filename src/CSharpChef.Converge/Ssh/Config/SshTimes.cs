namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// The time limit of a login, the interval of keep-alive requests, and the silence after which a connection is lost.
/// </summary>
internal sealed record SshTimes
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan PingDeadline { get; init; } = TimeSpan.FromSeconds(45);
}

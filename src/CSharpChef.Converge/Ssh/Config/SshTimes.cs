namespace CSharpChef.Converge.Ssh.Config;

/// <summary>How long a connection may take, how often a silent one is asked, and when it is given up.</summary>
internal sealed record SshTimes
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan PingDeadline { get; init; } = TimeSpan.FromSeconds(45);
}

namespace CSharpChef.Converge.Ssh.Config;

/// <summary>What the command line says about connections. Null leaves it to ssh_config.</summary>
internal sealed record SshOptions
{
    public string? User { get; init; }

    public int? Port { get; init; }

    public string? Identity { get; init; }

    public string? KnownHosts { get; init; }

    public HostKeyCheck? HostKeyCheck { get; init; }

    public KeyExchange KeyExchange { get; init; }

    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>Read instead of ~/.ssh/config and /etc/ssh/ssh_config.</summary>
    public string? ConfigFile { get; init; }

    public AskSecret? AskPassphrase { get; init; }

    public AskSecret? AskPassword { get; init; }

    public SshTimes Times { get; init; } = new();

    public LocalAccount Account { get; init; } = LocalAccount.Current;
}

namespace CSharpChef.Converge.Ssh.Config;

/// <summary>The options of the command line for SSH connections. Null leaves a setting to ssh_config.</summary>
internal sealed record SshOptions
{
    public string? User { get; init; }

    public int? Port { get; init; }

    public string? Identity { get; init; }

    public string? KnownHosts { get; init; }

    public HostKeyCheck? HostKeyCheck { get; init; }

    /// <summary>The keys as values, for a server; null for a person, whose own keys and settings are used.</summary>
    public GivenKeys? Keys { get; init; }

    public KeyExchange KeyExchange { get; init; }

    public Transport Transport { get; init; }

    /// <summary>The user's ssh program; null where there is none.</summary>
    public string? Program { get; init; }

    /// <summary>Called with what --verbose tells about connections: the host's name and a sentence.</summary>
    public Action<string, string>? OnDetail { get; init; }

    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>Read instead of ~/.ssh/config and /etc/ssh/ssh_config.</summary>
    public string? ConfigFile { get; init; }

    public AskSecret? AskPassphrase { get; init; }

    public AskSecret? AskPassword { get; init; }

    /// <summary>Shared by all connections made with these options.</summary>
    public JumpSlots JumpSlots { get; init; } = new();

    public SshTimes Times { get; init; } = new();

    public LocalAccount Account { get; init; } = LocalAccount.Current;
}

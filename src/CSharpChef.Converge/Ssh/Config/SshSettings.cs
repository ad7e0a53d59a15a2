namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// The resolved settings of a connection to one host: target over options over ssh_config over defaults.
/// </summary>
internal sealed record SshSettings
{
    /// <summary>The name that the user typed.</summary>
    public required string Alias { get; init; }

    public required string HostName { get; init; }

    public required int Port { get; init; }

    public required string User { get; init; }

    /// <summary>The keys that were given as values; null to look for identities and known hosts.</summary>
    public GivenKeys? Keys { get; init; }

    public IReadOnlyList<IdentityFile> Identities { get; init; } = [];

    public bool IdentitiesOnly { get; init; }

    /// <summary>Whether the user may be asked for a password when the host refuses all keys.</summary>
    public bool AllowsPassword { get; init; } = true;

    public string? AgentSocket { get; init; }

    /// <summary>Jump hosts as [user@]host[:port], the nearest to this machine first.</summary>
    public IReadOnlyList<string> Jumps { get; init; } = [];

    /// <summary>The known_hosts files; a new host key is written to the first.</summary>
    public IReadOnlyList<string> KnownHosts { get; init; } = [];

    public HostKeyCheck HostKeyCheck { get; init; }

    public bool HashKnownHosts { get; init; }

    public string? HostKeyAlias { get; init; }

    public KeyExchange KeyExchange { get; init; }

    public SshTimes Times { get; init; } = new();

    public string Endpoint => HostName.Contains(':') ? $"[{HostName}]:{Port}" : $"{HostName}:{Port}";

    /// <summary>The name of the host in known_hosts files.</summary>
    public string HostKeyName =>
        HostKeyAlias ?? (Port == 22 ? HostName.ToLowerInvariant() : $"[{HostName.ToLowerInvariant()}]:{Port}");
}

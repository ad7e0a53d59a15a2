namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// Everything needed to connect to one machine, decided: target over options over ssh_config over defaults.
/// </summary>
internal sealed record SshSettings
{
    /// <summary>The name it was asked for by.</summary>
    public required string Alias { get; init; }

    public required string HostName { get; init; }

    public required int Port { get; init; }

    public required string User { get; init; }

    public IReadOnlyList<IdentityFile> Identities { get; init; } = [];

    public bool IdentitiesOnly { get; init; }

    public string? AgentSocket { get; init; }

    /// <summary>Jump hosts as [user@]host[:port], the nearest first.</summary>
    public IReadOnlyList<string> Jumps { get; init; } = [];

    /// <summary>Files of known hosts; the first is where a new one is written.</summary>
    public IReadOnlyList<string> KnownHosts { get; init; } = [];

    public HostKeyCheck HostKeyCheck { get; init; }

    public bool HashKnownHosts { get; init; }

    public string? HostKeyAlias { get; init; }

    public KeyExchange KeyExchange { get; init; }

    public SshTimes Times { get; init; } = new();

    public string Endpoint => HostName.Contains(':') ? $"[{HostName}]:{Port}" : $"{HostName}:{Port}";

    /// <summary>The name under which known_hosts files have it.</summary>
    public string HostKeyName =>
        HostKeyAlias ?? (Port == 22 ? HostName.ToLowerInvariant() : $"[{HostName.ToLowerInvariant()}]:{Port}");
}

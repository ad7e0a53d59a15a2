namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>What the known_hosts files say about a key a host showed.</summary>
internal abstract record HostKeyVerdict
{
    public sealed record Trusted : HostKeyVerdict;

    public sealed record Unknown : HostKeyVerdict;

    public sealed record Changed(string File, int Line) : HostKeyVerdict;

    public sealed record Revoked(string File, int Line) : HostKeyVerdict;
}

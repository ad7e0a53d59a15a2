namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>The result of looking for the key of a host in the known_hosts files.</summary>
internal abstract record HostKeyVerdict
{
    public sealed record Trusted : HostKeyVerdict;

    public sealed record Unknown : HostKeyVerdict;

    public sealed record Changed(string File, int Line) : HostKeyVerdict;

    public sealed record Revoked(string File, int Line) : HostKeyVerdict;
}

namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>How the known_hosts files rate a key that a host presented.</summary>
internal abstract record HostKeyVerdict
{
    public sealed record Trusted : HostKeyVerdict;

    public sealed record Unknown : HostKeyVerdict;

    public sealed record Changed(string File, int Line) : HostKeyVerdict;

    public sealed record Revoked(string File, int Line) : HostKeyVerdict;
}

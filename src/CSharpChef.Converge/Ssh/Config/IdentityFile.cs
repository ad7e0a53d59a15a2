namespace CSharpChef.Converge.Ssh.Config;

/// <summary>A private key on disk. One that was named must be there; one of the usual places may be missing.</summary>
internal sealed record IdentityFile(string Path, bool Named);

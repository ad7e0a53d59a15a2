namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// A private key file. A file named by --identity or the inventory must exist; others may be missing.
/// </summary>
internal sealed record IdentityFile(string Path, bool Named);

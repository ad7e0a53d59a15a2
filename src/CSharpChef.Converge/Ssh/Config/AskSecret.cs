namespace CSharpChef.Converge.Ssh.Config;

/// <summary>Asks a person for a secret; the first argument says which. Null means there is none.</summary>
internal delegate Task<string?> AskSecret(string what, CancellationToken ct);

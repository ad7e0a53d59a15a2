namespace CSharpChef.Converge.Ssh.Config;

/// <summary>Asks the user for a secret, named by the first argument. Null means that the user gave none.</summary>
internal delegate Task<string?> AskSecret(string what, CancellationToken ct);

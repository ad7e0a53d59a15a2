namespace CSharpChef.Converge.Ssh.Config;

/// <summary>Asks the user for a secret by its name. The result is null when the user enters nothing.</summary>
internal delegate Task<string?> AskSecret(string secretName, CancellationToken ct);

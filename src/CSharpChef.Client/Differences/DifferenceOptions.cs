namespace CSharpChef.Client.Differences;

/// <param name="Prune">What the file does not name is removed.</param>
/// <param name="ReplaceSecrets">Secrets the server has already are sent again.</param>
internal sealed record DifferenceOptions(bool Prune = false, bool ReplaceSecrets = false);

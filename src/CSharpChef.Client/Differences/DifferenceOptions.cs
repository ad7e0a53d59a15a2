namespace CSharpChef.Client.Differences;

/// <param name="Prune">Remove what the file does not name.</param>
/// <param name="ReplaceSecrets">Send secrets again that the server already has.</param>
internal sealed record DifferenceOptions(bool Prune = false, bool ReplaceSecrets = false);

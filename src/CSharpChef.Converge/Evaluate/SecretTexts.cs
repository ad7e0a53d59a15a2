namespace CSharpChef.Converge;

/// <summary>The secret texts a run knows: what contains one is sensitive, and what is shown is masked.</summary>
internal sealed class SecretTexts
{
    private const string Mask = "***";
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    public void Add(string text) => texts.Add(text);

    public bool In(string? text) => text is not null && texts.Any(secret => text.Contains(secret, StringComparison.Ordinal));

    /// <summary>Longest first, so that a secret inside another leaves no rest of it.</summary>
    public string Masked(string text) => texts
        .OrderByDescending(secret => secret.Length)
        .Aggregate(text, (masked, secret) => masked.Replace(secret, Mask, StringComparison.Ordinal));
}

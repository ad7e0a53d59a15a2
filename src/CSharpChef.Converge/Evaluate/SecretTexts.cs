namespace CSharpChef.Converge;

/// <summary>The secret texts a run knows: what contains one is sensitive, and what is shown is masked.</summary>
internal sealed class SecretTexts
{
    private const string Mask = "***";
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <summary>The secrets as they were given.</summary>
    public IReadOnlyCollection<string> Given => given;

    /// <summary>A secret, and the forms it takes inside a shell word, a shell pattern and a crontab.</summary>
    public void Add(string text)
    {
        given.Add(text);
        texts.UnionWith([text, Quoted(text), Quoted(ShellQuote.Literal(text)), text.Replace("%", @"\%", StringComparison.Ordinal)]);
    }

    public bool In(string? text) => text is not null && texts.Any(secret => text.Contains(secret, StringComparison.Ordinal));

    /// <summary>Longest first, so that a secret inside another leaves no rest of it.</summary>
    public string Masked(string text) => texts
        .OrderByDescending(secret => secret.Length)
        .Aggregate(text, (masked, secret) => masked.Replace(secret, Mask, StringComparison.Ordinal));

    private static string Quoted(string text) => text.Replace("'", @"'\''", StringComparison.Ordinal);
}

using System.Buffers;
using System.Text.RegularExpressions;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The secret texts a run knows: what contains one is sensitive, and what is shown is masked. A secret is known again
/// whatever quotes and backslashes a shell word, a pattern, a crontab or all of them together put into it.
/// </summary>
internal sealed class SecretTexts
{
    public const string Mask = Redaction.Mask;

    /// <summary>As short as a secret may be: less would be found everywhere.</summary>
    public const int Shortest = 4;

    private const string Quotes = "'\"\\";

    private static readonly SearchValues<char> AnyQuote = SearchValues.Create(Quotes);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <summary>The secrets as they were given.</summary>
    public IReadOnlyCollection<string> Given => given;

    public void Add(string text) => given.Add(text);

    public bool In(string? text)
    {
        if (text is null || given.Count == 0)
        {
            return false;
        }

        var bare = Bare(text);
        return given.Any(secret => text.Contains(secret, StringComparison.Ordinal) || Hides(bare, secret));
    }

    /// <summary>Longest first, so that a secret inside another leaves no rest of it.</summary>
    public string Masked(string text) => given.Count == 0 ? text : given
        .OrderByDescending(secret => secret.Length)
        .Aggregate(text, Masked);

    private static string Masked(string text, string secret)
    {
        var plain = text.Replace(secret, Mask, StringComparison.Ordinal);
        return Hides(Bare(plain), secret) ? Quoted(secret).Replace(plain, Mask) : plain;
    }

    private static bool Hides(string bare, string secret) =>
        Bare(secret) is { Length: >= Shortest } core && bare.Contains(core, StringComparison.Ordinal);

    private static Regex Quoted(string secret) => new(
        string.Join(
            @"['""\\]*",
            Bare(secret).Select(letter => Regex.Escape(letter.ToString()))), RegexOptions.CultureInvariant);

    private static string Bare(string text) =>
        text.AsSpan().ContainsAny(AnyQuote) ? string.Concat(text.Split(Quotes.ToCharArray())) : text;
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CSharpChef.Converge.Secrets;

/// <summary>
/// The texts of the secrets that a run has read. A text that contains one is sensitive, and is masked before it is
/// shown. A secret is recognized through any quotes and backslashes that a shell word, a pattern or a crontab adds.
/// </summary>
internal sealed class SecretTexts
{
    public const string Mask = Redaction.Mask;

    /// <summary>The shortest text a secret may have: a shorter one would match everywhere.</summary>
    public const int Shortest = 4;

    private const string Quotes = "'\"\\";

    private static readonly SearchValues<char> AnyQuote = SearchValues.Create(Quotes);
    private readonly HashSet<string> all = new(StringComparer.Ordinal);

    /// <summary>The texts as they were read, and as JSON writes them.</summary>
    public IReadOnlyCollection<string> All => all;

    /// <summary>Whether anything secret was read, also if it was too short to be masked.</summary>
    public bool AreKnown { get; private set; }

    public void Add(string text)
    {
        AreKnown = true;
        all.Add(text);
        all.Add(JsonEncodedText.Encode(text).Value);
        all.Add(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
    }

    /// <summary>Adds those that are long enough to be masked.</summary>
    public void AddLong(IEnumerable<string> texts)
    {
        AreKnown = true;
        foreach (var text in texts.Where(text => text.Length >= Shortest))
        {
            Add(text);
        }
    }

    /// <summary>True when a text contains a secret.</summary>
    public bool IsIn(string? text)
    {
        if (text is null || all.Count == 0)
        {
            return false;
        }

        var unquoted = WithoutQuotes(text);
        return all.Any(secret => text.Contains(secret, StringComparison.Ordinal) || ContainsQuoted(unquoted, secret));
    }

    /// <summary>Masks the longest secret first, so that a secret inside another leaves no rest of it.</summary>
    public string Masked(string text) => all.Count == 0 ? text : all
        .OrderByDescending(secret => secret.Length)
        .Aggregate(text, Masked);

    private static string Masked(string text, string secret)
    {
        var plain = text.Replace(secret, Mask, StringComparison.Ordinal);
        return ContainsQuoted(WithoutQuotes(plain), secret) ? QuotedPattern(secret).Replace(plain, Mask) : plain;
    }

    private static bool ContainsQuoted(string unquoted, string secret) =>
        WithoutQuotes(secret) is { Length: >= Shortest } core && unquoted.Contains(core, StringComparison.Ordinal);

    private static Regex QuotedPattern(string secret) => new(
        string.Join(@"['""\\]*", WithoutQuotes(secret).Select(letter => Regex.Escape(letter.ToString()))),
        RegexOptions.CultureInvariant);

    private static string WithoutQuotes(string text) =>
        text.AsSpan().ContainsAny(AnyQuote) ? string.Concat(text.Split(Quotes.ToCharArray())) : text;
}

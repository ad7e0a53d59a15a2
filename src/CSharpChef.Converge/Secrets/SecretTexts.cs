using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using CSharpChef.Recipes.Steps;

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

    /// <summary>
    /// The shortest line of a secret with several lines that is masked where it stands alone: shorter ones, such as
    /// <c>{</c> or <c>true</c>, are in many texts.
    /// </summary>
    public const int ShortestLine = 8;

    private const string Quotes = "'\"\\";

    private static readonly SearchValues<char> AnyQuote = SearchValues.Create(Quotes);
    private readonly HashSet<string> all = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? longestFirst;

    /// <summary>
    /// The texts as they were read and as JSON writes them, and the lines of those with several lines.
    /// </summary>
    public IReadOnlyCollection<string> All => all;

    /// <summary>Whether anything secret was read, also if it was too short to be masked.</summary>
    public bool AreKnown { get; private set; }

    // The longest first, so that a secret inside another leaves no rest of it.
    private IReadOnlyList<string> LongestFirst =>
        longestFirst ??= [.. all.OrderByDescending(secret => secret.Length)];

    /// <summary>The secrets in the data of a node's stack, of which a server knows before a recipe runs.</summary>
    public static SecretTexts Of(Node node)
    {
        var texts = new SecretTexts();
        if (node.KnownData is { } data && StackSecrets.Of(data).ToList() is { Count: > 0 } secrets)
        {
            texts.AddLong(secrets);
        }

        return texts;
    }

    public void Add(string text)
    {
        AreKnown = true;
        foreach (var part in Lines(text).Prepend(text))
        {
            all.Add(part);
            all.Add(JsonEncodedText.Encode(part).Value);
            all.Add(JsonEncodedText.Encode(part, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
        }

        longestFirst = null;
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

    /// <summary>
    /// The text with each secret in it masked, and also each part of a secret where the sign … says that the text was
    /// cut.
    /// </summary>
    public string Masked(string text) => all.Count == 0
        ? text
        : CutSecrets.Masked(LongestFirst.Aggregate(text, Masked), LongestFirst);

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

    /// <summary>
    /// The lines of a text with several lines that are secret by themselves. The first and the last line of a key in
    /// PEM are the same in all keys.
    /// </summary>
    private static IEnumerable<string> Lines(string text) => !text.Contains('\n', StringComparison.Ordinal)
        ? []
        : text.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.Length >= ShortestLine && !IsPemBoundary(line));

    private static bool IsPemBoundary(string line) =>
        line.StartsWith("-----", StringComparison.Ordinal) && line.EndsWith("-----", StringComparison.Ordinal);

    private static string WithoutQuotes(string text) =>
        text.AsSpan().ContainsAny(AnyQuote) ? string.Concat(text.Split(Quotes.ToCharArray())) : text;
}

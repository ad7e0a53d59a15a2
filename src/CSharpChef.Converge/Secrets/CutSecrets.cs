using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Secrets;

/// <summary>Masks the parts of secrets that are left where the sign … says that a text was cut.</summary>
internal static class CutSecrets
{
    private const char Cut = '…';

    public static string Masked(string text, IReadOnlyList<string> secrets)
    {
        for (var at = text.LastIndexOf(Cut); at >= 0; at = at > 0 ? text.LastIndexOf(Cut, at - 1) : -1)
        {
            var start = secrets.Max(secret => LengthAtEnd(text.AsSpan(0, at), secret));
            var end = secrets.Max(secret => LengthAtStart(text.AsSpan(at + 1), secret));
            if (start + end > 0)
            {
                text = $"{text[..(at - start)]}{MaskOf(start)}{Cut}{MaskOf(end)}{text[(at + 1 + end)..]}";
                at -= start;
            }
        }

        return text;
    }

    private static string MaskOf(int length) => length == 0 ? "" : Redaction.Mask;

    /// <summary>The length of the part of a secret with which a text ends; 0 when it is not long enough.</summary>
    private static int LengthAtEnd(ReadOnlySpan<char> text, string secret)
    {
        var length = Math.Min(secret.Length - 1, text.Length);
        while (length >= SecretTexts.Shortest && !text.EndsWith(secret.AsSpan(0, length)))
        {
            length--;
        }

        return length < SecretTexts.Shortest ? 0 : length;
    }

    /// <summary>The length of the part of a secret with which a text begins; 0 when it is not long enough.</summary>
    private static int LengthAtStart(ReadOnlySpan<char> text, string secret)
    {
        var length = Math.Min(secret.Length - 1, text.Length);
        while (length >= SecretTexts.Shortest && !text.StartsWith(secret.AsSpan(secret.Length - length)))
        {
            length--;
        }

        return length < SecretTexts.Shortest ? 0 : length;
    }
}

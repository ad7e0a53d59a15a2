using System.Globalization;

namespace CSharpChef.Web.Signing;

/// <summary>The time at which a request claims to have been signed.</summary>
internal sealed record RequestTime(DateTimeOffset At)
{
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>The time in the form that the string to sign contains.</summary>
    public string Text => TextOf(At);

    public static RequestTime Of(SignedRequest request, SignatureHeader signature)
    {
        var name = request.Headers.ContainsKey("X-Amz-Date") ? "X-Amz-Date" : "Date";
        if (!signature.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw RequestError.InvalidSignature(
                $"The header {name.ToLowerInvariant()} must be among SignedHeaders of Authorization.");
        }

        return Parse(request.Headers[name].ToString())
            ?? throw RequestError.IncompleteSignature($"{name} must be a time like 20130525T131214Z.");
    }

    /// <summary>
    /// Refuses a request outside of the time window, because it may be recorded. Within the window a request can be
    /// replayed by design, as with AWS.
    /// </summary>
    public void RequireIn(DateTimeOffset now)
    {
        if (At < now - Window)
        {
            throw RequestError.InvalidSignature(
                $"Signature expired: {Text} is more than 5 minutes before the server's time, {TextOf(now)}.");
        }

        if (At > now + Window)
        {
            throw RequestError.InvalidSignature(
                $"Signature not yet valid: {Text} is more than 5 minutes after the server's time, {TextOf(now)}.");
        }
    }

    private static RequestTime? Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text, [Format, "r"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new RequestTime(at)
            : null;

    private static string TextOf(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}

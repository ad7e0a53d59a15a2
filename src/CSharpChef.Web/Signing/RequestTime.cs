using System.Globalization;

namespace CSharpChef.Web.Signing;

/// <summary>When a request says it was signed.</summary>
internal sealed record RequestTime(DateTimeOffset At)
{
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>As the string to sign has it.</summary>
    public string Text => Say(At);

    public static RequestTime Of(SignedRequest request, SignatureHeader signature)
    {
        var name = request.Headers.ContainsKey("X-Amz-Date") ? "X-Amz-Date" : "Date";
        if (!signature.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused.Signature(
                $"The header {name.ToLowerInvariant()} must be among SignedHeaders of Authorization.");
        }

        return Parse(request.Headers[name].ToString())
            ?? throw Refused.Incomplete($"{name} must be a time like 20130525T131214Z.");
    }

    /// <summary>
    /// A request outside of the window could be a recorded one. Inside it a replay is possible by design, as it is with
    /// AWS.
    /// </summary>
    public void CheckIn(DateTimeOffset now)
    {
        if (At < now - Window)
        {
            throw Refused.Signature(
                $"Signature expired: {Text} is more than 5 minutes before the server's time, {Say(now)}.");
        }

        if (At > now + Window)
        {
            throw Refused.Signature(
                $"Signature not yet valid: {Text} is more than 5 minutes after the server's time, {Say(now)}.");
        }
    }

    private static RequestTime? Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text, [Format, "r"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new RequestTime(at)
            : null;

    private static string Say(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
